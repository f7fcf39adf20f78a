import type { CheckResult } from "../../../shared/audit/checkResult.ts";
import { Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./CheckList.module.css";
import { ReasonForm } from "./ReasonForm.tsx";

const chips = {
  pass: { tone: "ok", words: "Ready" },
  waived: { tone: "ok", words: "You gave a reason" },
  attention: { tone: "warn", words: "Needs you" },
  cannotTell: { tone: "info", words: "Cannot tell" },
} as const;
const order = { attention: 0, cannotTell: 1, waived: 2, pass: 3 } as const;

/** Every check of a return, those that need the person first, each with a way to put it right. */
export function CheckList({
  returnId,
  checks,
  isOpen,
}: {
  readonly returnId: string;
  readonly checks: readonly CheckResult[];
  readonly isOpen: boolean;
}) {
  const sorted = [...checks].sort((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <ul className={styles.list}>
      {sorted.map((check) => (
        <li key={check.id} className={styles.check}>
          <h3>{check.title}</h3>
          <StatusChip tone={chips[check.verdict].tone}>{chips[check.verdict].words}</StatusChip>
          <div className={styles.words}>
            <p>{check.summary}</p>
            {check.verdict !== "pass" && <Found returnId={returnId} check={check} isOpen={isOpen} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Found({ returnId, check, isOpen }: { readonly returnId: string; readonly check: CheckResult; readonly isOpen: boolean }) {
  const unanswered = check.records.filter((record) => record.reason === undefined);
  const canAnswer = isOpen && check.verdict !== "waived";
  return (
    <Stack gap="small">
      {check.records.length > 0 && (
        <ul>
          {check.records.map((record) => (
            <li key={record.recordId}>
              {record.text}
              {record.reason && <> (your reason: {record.reason})</>}
            </li>
          ))}
        </ul>
      )}
      {canAnswer && check.fix && (
        <p>
          <TextLink to={check.fix.route} about={`for: ${check.title}`}>
            {check.fix.label}
          </TextLink>
        </p>
      )}
      {canAnswer && <ReasonForm returnId={returnId} checkId={check.id} title={check.title} records={unanswered} />}
    </Stack>
  );
}
