import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { TextLink } from "../../components/TextLink.tsx";

/** Weeks that have ended and wait for a yes, the oldest first. Nothing when there are none. */
export function UnconfirmedCard({ weekFrom }: { readonly weekFrom: PlainDate }) {
  const weeks = useQuery("time.unconfirmed", {});
  return (
    <Loaded query={weeks}>
      {(found) =>
        found.length > 0 && (
          <Card title="Weeks to confirm" tone="warn">
            <p>Time counts for pay once its timesheet is confirmed.</p>
            <ul>
              {found.map((week) => (
                <li key={`${week.engagementId} ${week.weekFrom}`}>
                  {week.weekFrom === weekFrom ? (
                    `${week.name}, this page’s week`
                  ) : (
                    <TextLink to={pathTo(routes.timeWeek, { weekFrom: week.weekFrom })}>
                      {week.name}, week of {formatDate(week.weekFrom)}
                    </TextLink>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Loaded>
  );
}
