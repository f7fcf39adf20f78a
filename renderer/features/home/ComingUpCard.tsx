import { formatShortDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { daysAway, type KeyDate } from "../../../shared/keyDates/keyDates.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./home.module.css";

/** The next key dates. */
export function ComingUpCard({ dates, today }: { readonly dates: readonly KeyDate[]; readonly today: PlainDate }) {
  return (
    <Card title="Coming up">
      {dates.length === 0 ? (
        <p>No dates in the next two months.</p>
      ) : (
        <ul className={styles.dates}>
          {dates.map((date) => (
            <li key={`${date.dueOn} ${date.description}`}>
              <strong>{formatShortDate(date.dueOn)}</strong>
              <span>
                {date.description} <span className={styles.away}>({daysAway(today, date.dueOn)})</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <TextLink to={routes.keyDates}>All key dates</TextLink>
      </p>
    </Card>
  );
}
