import type { HmrcMonth } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";

const columns: readonly Column<HmrcMonth>[] = [
  { id: "month", title: "Tax month", isRowHeader: true, cell: (month) => `${formatDate(month.from)} to ${formatDate(month.to)}` },
  {
    id: "due",
    title: "Due",
    isNumber: true,
    cell: (month) => <Explanation of={month.due} name={`what was due to HMRC for the month from ${formatDate(month.from)}`} look="amount" />,
  },
  { id: "dueOn", title: "By", cell: (month) => <LongDate on={month.dueOn} /> },
  { id: "reference", title: "Payment reference", cell: (month) => (month.reference === "" ? "none yet" : month.reference) },
  { id: "left", title: "Left to pay", isNumber: true, cell: (month) => <Left month={month} /> },
];

/** Each month (or quarter) with HMRC, as form P32 has it. */
export function HmrcMonthsCard() {
  const months = useQuery("pay.hmrcMonths", {});
  return (
    <Loaded query={months}>
      {(list) =>
        list.length > 0 && (
          <Card
            title="Month by month with HMRC"
            note="The figures of form P32."
            actions={<LinkButton to={routes.hmrcPaying}>Paying HMRC</LinkButton>}
          >
            <DataTable caption="Months with HMRC" isCaptionHidden columns={columns} rows={list} rowKey={(month) => month.from} />
          </Card>
        )
      }
    </Loaded>
  );
}

function Left({ month }: { readonly month: HmrcMonth }) {
  if (month.left > 0) return <Money amount={month.left} isStrong />;
  return <StatusChip tone="ok">{month.due.amount === 0 ? "Nothing due" : "Paid"}</StatusChip>;
}
