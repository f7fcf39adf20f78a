import type { LoanStanding, OrderStanding, PayArrangements } from "../../../shared/contract/employmentArrangements.ts";
import { explainLoanLeft } from "../../../shared/people/loanLeft.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { LinkButton } from "../../components/LinkButton.tsx";
import { LongDate } from "../../components/LongDate.tsx";
import { Money } from "../../components/Money.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { orderKinds, wordsOf } from "./words.ts";

interface ArrangementProps {
  readonly arrangements: PayArrangements;
  /** The address of one change: "order", or "stopOrder" about one order. */
  readonly change: (what: string, about?: string) => string;
}

/** Orders to deduct from pay, in the sequence they are taken. */
export function OrdersCard({ arrangements: { orders, isOrderSequenceConfirmed }, change }: ArrangementProps) {
  return (
    <Card title="Orders to deduct from pay" actions={<LinkButton to={change("order")}>Add an order</LinkButton>}>
      <Stack>
        {!isOrderSequenceConfirmed && (
          <NotificationBanner tone="warn" title="Confirm which order is taken first">
            <p>There is more than one order. The list shows the usual sequence; the letters may say otherwise.</p>
            <LinkButton to={change("orderSequence")}>Confirm the sequence</LinkButton>
          </NotificationBanner>
        )}
        <DataTable
          caption="Orders, in the sequence they are taken"
          isCaptionHidden
          rows={orders}
          rowKey={({ id }) => id}
          whenEmpty="No order is taken from pay."
          columns={orderColumns(change)}
        />
        {isOrderSequenceConfirmed && orders.length > 1 && (
          <Row>
            <LinkButton to={change("orderSequence")}>Change the sequence</LinkButton>
          </Row>
        )}
        <Disclosure summary="What is an order to deduct from pay?">
          <p>
            A letter from a court, the council, DWP or the Child Maintenance Service that tells you to take money from wages and send it to them by
            the 19th of the next month. The law says you must. The pay run works out the sum, and the payslip shows it.
          </p>
        </Disclosure>
      </Stack>
    </Card>
  );
}

function orderColumns(change: ArrangementProps["change"]): readonly Column<OrderStanding>[] {
  return [
    {
      id: "order",
      title: "Order",
      isRowHeader: true,
      cell: ({ kind, issuer, reference }) => `${wordsOf(orderKinds, kind)}, ${issuer}, ${reference}`,
    },
    { id: "state", title: "State", cell: (order) => <OrderState order={order} /> },
    { id: "last", title: "Last payday", isNumber: true, cell: ({ lastTaken }) => (lastTaken === null ? "None yet" : <Money amount={lastTaken} />) },
    { id: "taken", title: "Taken so far", isNumber: true, cell: ({ takenSoFar }) => <Money amount={takenSoFar} /> },
    { id: "carried", title: "Carried on", isNumber: true, cell: ({ carriedOn }) => <Money amount={carriedOn} /> },
    {
      id: "change",
      title: "Change",
      isTitleHidden: true,
      cell: ({ id, reference, toOn }) =>
        toOn === null && (
          <Stack gap="small">
            <TextLink to={change("order", id)} about={`of ${reference}`}>
              A changed order came
            </TextLink>
            <TextLink to={change("stopOrder", id)} about={`order ${reference}`}>
              Stop
            </TextLink>
          </Stack>
        ),
    },
  ];
}

function OrderState({ order: { isInForce, fromOn, toOn } }: { readonly order: OrderStanding }) {
  if (toOn !== null) {
    return (
      <>
        Until <LongDate on={toOn} />
      </>
    );
  }
  if (isInForce) return <StatusChip tone="info">In force</StatusChip>;
  return (
    <>
      From <LongDate on={fromOn} />
    </>
  );
}

/** Money lent to the assistant, with what is left and why. */
export function LendingCard({ arrangements: { loans }, change }: ArrangementProps) {
  return (
    <Card title="Loans and advances from you" actions={<LinkButton to={change("lending")}>Add a loan or an advance</LinkButton>}>
      <DataTable
        caption="Loans and advances"
        isCaptionHidden
        rows={loans}
        rowKey={({ id }) => id}
        whenEmpty="You have lent nothing."
        columns={loanColumns(change)}
      />
    </Card>
  );
}

function loanColumns(change: ArrangementProps["change"]): readonly Column<LoanStanding>[] {
  return [
    { id: "label", title: "What for", isRowHeader: true, cell: ({ label, kind }) => (kind === "loan" ? label : `${label} (advance)`) },
    { id: "sum", title: "Sum", isNumber: true, cell: ({ sumPence }) => <Money amount={sumPence} /> },
    { id: "instalment", title: "Each payday", isNumber: true, cell: ({ instalmentPence }) => <Money amount={instalmentPence} /> },
    { id: "from", title: "From payday", cell: ({ fromOn }) => <LongDate on={fromOn} /> },
    {
      id: "left",
      title: "Left",
      isNumber: true,
      cell: (loan) => <Explanation of={explainLoanLeft(loan, loan.repaid)} name={`what is left of ${loan.label.toLowerCase()}`} look="amount" />,
    },
    {
      id: "change",
      title: "Change",
      isTitleHidden: true,
      cell: ({ id, label, left }) =>
        left > 0 && (
          <TextLink to={change("instalment", id)} about={`of ${label}`}>
            Change the instalment
          </TextLink>
        ),
    },
  ];
}
