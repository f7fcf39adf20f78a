import type { PaymentDue } from "../../../shared/contract/payAnswers.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import styles from "./pay.module.css";

const columns: readonly Column<PaymentDue>[] = [
  { id: "payTo", title: "Pay to", isRowHeader: true, cell: (payment) => payment.payTo },
  { id: "what", title: "For", cell: (payment) => payment.what },
  { id: "account", title: "Account", cell: (payment) => <Account payment={payment} /> },
  { id: "reference", title: "Reference", cell: (payment) => (payment.reference === "" ? "none" : payment.reference) },
  { id: "dueOn", title: "By", cell: (payment) => <LongDate on={payment.dueOn} />, sortBy: (payment) => payment.dueOn },
  { id: "left", title: "To pay", isNumber: true, cell: (payment) => <Left payment={payment} /> },
];

/** What to pay whom and by when. */
export function PaymentsTable({ caption, payments }: { readonly caption: string; readonly payments: readonly PaymentDue[] }) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={payments}
      rowKey={(payment) => payment.id}
      whenEmpty="There is nothing to pay."
    />
  );
}

function Account({ payment }: { readonly payment: PaymentDue }) {
  const { account, kind, left } = payment;
  if (!account) return kind === "wages" ? <StatusChip tone="warn">No bank details yet</StatusChip> : "as on their letter";
  return (
    <>
      <span>
        {account.accountName},{" "}
        <span className={styles.whole}>
          {account.sortCode}, {account.accountNumber}
        </span>
      </span>
      {!account.isChecked && left !== 0 && <StatusChip tone="warn">Check these details with them first</StatusChip>}
    </>
  );
}

function Left({ payment }: { readonly payment: PaymentDue }) {
  return payment.left === 0 ? <StatusChip tone="ok">Paid</StatusChip> : <Money amount={payment.left} isStrong />;
}
