import type { HomeAction } from "../../../shared/contract/homeOperations.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { daysAway } from "../../../shared/keyDates/keyDates.ts";
import { Card } from "../../components/Card.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./home.module.css";

/** The one thing to do now, with the screen's one primary button. */
export function NextActionCard({ action, today }: { readonly action: HomeAction; readonly today: PlainDate }) {
  return (
    <Card title={action.title}>
      <Stack gap="small">
        {action.dueOn && (
          <Row>
            <DueChip dueOn={action.dueOn} today={today} />
          </Row>
        )}
        <p>{action.detail}</p>
        <Row>
          <LinkButton to={action.route} look="primary">
            {action.button}
          </LinkButton>
        </Row>
      </Stack>
    </Card>
  );
}

/** The rest of what needs doing, the most pressing first. */
export function OtherActionsCard({ actions, today }: { readonly actions: readonly HomeAction[]; readonly today: PlainDate }) {
  return (
    <Card title="Then">
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.id}>
            <TextLink to={action.route}>{action.title}</TextLink>
            <p>{action.detail}</p>
            {action.dueOn && <DueChip dueOn={action.dueOn} today={today} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** By when, in words: "By 27 November 2026, in 6 days". */
export function DueChip({ dueOn, today }: { readonly dueOn: PlainDate; readonly today: PlainDate }) {
  const isLate = dueOn < today;
  return (
    <StatusChip tone={isLate ? "warn" : "neutral"}>
      {isLate ? "Was due" : "By"} {formatDate(dueOn)}, {daysAway(today, dueOn)}
    </StatusChip>
  );
}
