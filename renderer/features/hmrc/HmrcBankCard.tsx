import type { HmrcMonthRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { Card } from "../../components/Card.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Stack } from "../../components/Stack.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./hmrc.module.css";
import { useCopy } from "./useCopy.ts";

/** HMRC's account for employers, with where and when it was published. */
export function HmrcBankCard({ bank, reference = "" }: { readonly bank: NonNullable<HmrcMonthRecord["bank"]>; readonly reference?: string }) {
  const copying = useCopy();
  const row = (name: string, text: string) => ({
    name,
    value: (
      <span className={styles.value}>
        <span className={styles.figure}>{text}</span>
        <CopyButton of={copying} id={name} text={text} about={name.toLowerCase()} />
      </span>
    ),
  });
  return (
    <Card title="HMRC's bank account">
      <Stack>
        <div role="status" className="visuallyHidden">
          {copying.words}
        </div>
        <SummaryList
          rows={[
            row("Account name", bank.accountName),
            row("Sort code", bank.sortCode),
            row("Account number", bank.accountNumber),
            ...(reference === "" ? [] : [row("Payment reference", reference)]),
            { name: "By post", value: bank.postalAddress },
          ]}
        />
        <p>
          Source: {bank.source}. In this form since at least <LongDate on={bank.from} />. Look at GOV.UK before you pay the first time, because bank
          details can change.
        </p>
      </Stack>
    </Card>
  );
}
