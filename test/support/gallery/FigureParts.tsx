import { Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../renderer/components/Button.tsx";
import { Card } from "../../../renderer/components/Card.tsx";
import { ChartFigure } from "../../../renderer/components/ChartFigure.tsx";
import { ConfirmDialog } from "../../../renderer/components/ConfirmDialog.tsx";
import { DataTable } from "../../../renderer/components/DataTable.tsx";
import { Disclosure } from "../../../renderer/components/Disclosure.tsx";
import { EmptyState } from "../../../renderer/components/EmptyState.tsx";
import { Explanation } from "../../../renderer/components/Explanation.tsx";
import { FailureMessage } from "../../../renderer/components/FailureMessage.tsx";
import { Figure, FigureRow } from "../../../renderer/components/Figure.tsx";
import { Hours } from "../../../renderer/components/Hours.tsx";
import { LinkButton } from "../../../renderer/components/LinkButton.tsx";
import { LongDate } from "../../../renderer/components/LongDate.tsx";
import { Menu } from "../../../renderer/components/Menu.tsx";
import { Money } from "../../../renderer/components/Money.tsx";
import { NoticeRegion, NotificationBanner, useNotice } from "../../../renderer/components/NotificationBanner.tsx";
import { PageHeader } from "../../../renderer/components/PageHeader.tsx";
import { ProgressBar } from "../../../renderer/components/ProgressBar.tsx";
import { Ring } from "../../../renderer/components/Ring.tsx";
import { Columns, Row, Stack } from "../../../renderer/components/Stack.tsx";
import { StackedBar } from "../../../renderer/components/StackedBar.tsx";
import { StatusChip } from "../../../renderer/components/StatusChip.tsx";
import { Steps } from "../../../renderer/components/Steps.tsx";
import { SummaryList } from "../../../renderer/components/SummaryList.tsx";
import { Tabs } from "../../../renderer/components/Tabs.tsx";
import { TextLink } from "../../../renderer/components/TextLink.tsx";
import { addingLine, explain, tellingLine } from "../../../shared/core/explanation.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";

interface Pay {
  readonly name: string;
  readonly gross: Pence;
  readonly net: Pence;
}

const people: readonly Pay[] = [
  { name: "Tom Ellery", gross: pence(238560), net: pence(189524) },
  { name: "Priya Nair", gross: pence(133920), net: pence(119406) },
  { name: "Grace Adeyemi", gross: pence(89815), net: pence(-71855) },
];

export const tax = explain(
  {
    name: "HMRC tax table routines, week 36, cumulative",
    source: "https://www.gov.uk/government/publications/paye-online",
    ratesYear: "2026 to 2027",
  },
  [
    tellingLine("Tom has earned £20,961.20 since 6 April. His code 1257L lets him earn £8,704.80 of that without tax."),
    addingLine("Tax is due on £12,256. All of it is in the 20% band.", pence(245120)),
    addingLine("He has already paid this much.", pence(-216760)),
  ],
);

/** Everything that shows: headers, cards, tables, figures, pictures, windows over the page. */
export function FigureParts() {
  const [isAsking, setIsAsking] = useState(false);
  const notice = useNotice();
  return (
    <>
      <NoticeRegion />
      <PageHeader
        title="Check the pay, then finish the run"
        lead="26 October to 22 November 2026"
        breadcrumbs={[{ name: "Pay", to: "/pay" }]}
        actions={<Button icon={Printer}>Print</Button>}
      />
      <Stack gap="large">
        <Columns layout="wideFirst">
          <Card title="Wages" actions={<Button look="quiet">Change</Button>}>
            <DataTable
              caption="Pay for each person"
              columns={[
                { id: "name", title: "Person", isRowHeader: true, cell: (row) => row.name, sortBy: (row) => row.name },
                { id: "hours", title: "Hours", isNumber: true, cell: () => <Hours minutes={minutes(450)} /> },
                { id: "gross", title: "Gross pay", isNumber: true, cell: (row) => <Money amount={row.gross} />, sortBy: (row) => row.gross },
                { id: "tax", title: "Tax", isNumber: true, cell: (row) => <Explanation look="amount" of={tax} name={`${row.name}'s tax`} /> },
                { id: "net", title: "Take home", isNumber: true, cell: (row) => <Money amount={row.net} isStrong /> },
              ]}
              rows={people}
              rowKey={(row) => row.name}
              rowTone={(row) => (row.net < 0 ? "warn" : row.name === "Tom Ellery" ? "chosen" : "plain")}
              totals={{ words: "Total", values: { gross: <Money amount={pence(462295)} />, net: <Money amount={pence(237075)} /> } }}
              startSorting={{ column: "name", isDescending: false }}
              onExport={() => notice.show("Saved the table.")}
            />
            <Row>
              <StatusChip tone="ok">Minimum wage met</StatusChip>
              <StatusChip tone="warn">Ask for a P45</StatusChip>
              <StatusChip tone="bad">4 days late</StatusChip>
              <StatusChip tone="info">New</StatusChip>
              <StatusChip>Already here</StatusChip>
              <StatusChip tone="night">Sleep-in</StatusChip>
            </Row>
          </Card>
          <Stack>
            <Card title="Why is Tom's tax £283.60?">
              <Explanation of={tax} name="Tom's tax" look="open" />
            </Card>
            <Card title="Audit return to the ICB" note="due 30 November">
              <Ring done={22} total={25} words="22 of 25 checks pass" note="3 receipts are missing" />
              <LinkButton to="/returns">Fix what is missing</LinkButton>
            </Card>
          </Stack>
        </Columns>
        <Columns>
          <Card title="Your budget this year" note={<LongDate on={plainDate("2026-04-01")} />}>
            <FigureRow>
              <Figure name="Spent so far">
                <Money amount={pence(3120455)} />
              </Figure>
              <Figure name="Already promised">
                <Money amount={pence(1587000)} />
              </Figure>
              <Figure name="Free to use" note={<Explanation of={tax} name="what is free to use" />}>
                <Money amount={pence(492545)} />
              </Figure>
            </FigureRow>
            <StackedBar
              name="Your budget"
              parts={[
                { words: "Spent £31,204.55", value: 3120455, look: "solid" },
                { words: "Promised £15,870.00", value: 1587000, look: "striped" },
              ]}
              total={5200000}
              restWords="Free £4,925.45"
              marker={{ value: 3300000, words: "Today is at 64% of the year" }}
            />
            <Disclosure>
              <p>Promised money is for shifts that are planned.</p>
            </Disclosure>
          </Card>
          <Card title="Spending so far and forecast">
            <ChartFigure
              name="Spending by month"
              finding="You have spent £31,205 of £52,000."
              width={320}
              height={120}
              columns={[
                { id: "month", title: "Month", isRowHeader: true, cell: (row) => row },
                { id: "amount", title: "Spent", isNumber: true, cell: () => <Money amount={pence(400000)} /> },
              ]}
              rows={["April", "May"]}
              rowKey={(row) => row}
            >
              <path d="M10 110 L150 60 L310 20" fill="none" stroke="var(--bar)" strokeWidth="3" />
            </ChartFigure>
          </Card>
          <Card tone="warn" title="Two things to look at">
            <p>
              <strong>No one is planned for Sunday night.</strong> <TextLink to="/time">Add a shift</TextLink>
            </p>
          </Card>
        </Columns>
        <Card>
          <Tabs
            label="Parts of Priya Nair's record"
            tabs={["Overview", "Pay and tax", "Job and contract", "Leave and sickness"].map((title) => ({
              id: title,
              title,
              content: (
                <SummaryList
                  rows={[
                    { name: "Name", value: "Priya Nair", change: "/people" },
                    { name: "Tax code", value: "1257L", change: () => undefined },
                  ]}
                />
              ),
            }))}
          />
        </Card>
        <NotificationBanner tone="info" title="Locks after 10 minutes.">
          <p>Change this under Settings.</p>
        </NotificationBanner>
        <NotificationBanner tone="ok" title="Saved." />
        <FailureMessage of={{ error: new Error("x") }} />
        <Columns>
          <ProgressBar words="Making 3 payslips" done={1} total={3} onCancel={() => undefined} />
          <Steps names={["Who", "Budget", "Employer"]} current={2} />
        </Columns>
        <EmptyState title="No pay runs yet" action={<Button look="primary">Start a pay run</Button>}>
          <p>A pay run works out what each person earned.</p>
        </EmptyState>
        <Row>
          <Button look="primary" onClick={() => notice.show("Finished the pay run.")}>
            Finish pay run
          </Button>
          <Button>Save and come back</Button>
          <Button look="danger" onClick={() => setIsAsking(true)}>
            Remove this shift
          </Button>
          <Button isDisabled>Not yet</Button>
          <Menu words="More" actions={["Print", "Copy"].map((words) => ({ id: words, words, onChoose: () => notice.show(words) }))} />
          <Explanation of={tax} name="Tom's tax" />
        </Row>
      </Stack>
      <ConfirmDialog
        title="Remove this shift?"
        isOpen={isAsking}
        confirmWords="Remove the shift"
        tone="danger"
        onConfirm={() => setIsAsking(false)}
        onCancel={() => setIsAsking(false)}
      >
        <p>You can add it again later.</p>
      </ConfirmDialog>
    </>
  );
}
