import { useLocation } from "wouter";
import * as z from "zod";
import type { PayRunSummary, SealedPayslip } from "../../../shared/contract/payAnswers.ts";
import type { CorrectionPreview } from "../../../shared/contract/payCorrections.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Figure, FigureRow } from "../../components/Figure.tsx";
import { Form } from "../../components/Form.tsx";
import { optionalDateText } from "../../components/formSchemas.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Money } from "../../components/Money.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { useForm } from "../../components/useForm.ts";
import type { AskedCorrection } from "./correctionForm.ts";

interface CorrectionResultProps {
  readonly payslip: SealedPayslip;
  readonly asked: AskedCorrection;
  readonly onBack: () => void;
  /** Told when the correction is in the file. */
  readonly onDone: () => void;
}

/** Before and after, what will happen, and the choice where the difference goes. */
export function CorrectionResult(props: CorrectionResultProps) {
  const preview = useQuery("pay.previewCorrection", props.asked);
  const runs = useQuery("pay.listRuns", {});
  const back = <Button onClick={props.onBack}>Change the facts</Button>;
  if (preview.error) {
    return (
      <Stack>
        <FailureMessage of={preview} />
        <Row>{back}</Row>
      </Stack>
    );
  }
  return (
    <Loaded query={preview}>
      {(data) => (
        <Stack>
          <Differences preview={data} name={props.payslip.name} />
          {data.figures.length === 0 ? (
            <Row>{back}</Row>
          ) : (
            <Loaded query={runs}>
              {(list) => <WhereItGoes {...props} preview={data} drafts={list.filter(({ state }) => state === "draft")} back={back} />}
            </Loaded>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function Differences({ preview, name }: { readonly preview: CorrectionPreview; readonly name: string }) {
  const { figures, netDifference, costDifference, whatToDo } = preview;
  return (
    <Card title="Before and after">
      <Stack>
        <FigureRow>
          <Figure
            name={netDifference.amount < 0 ? `${name} was paid too much` : `${name} is owed`}
            note={<Explanation of={netDifference} name="the difference of take-home pay" />}
          >
            <Money amount={netDifference.amount} />
          </Figure>
          <Figure name="Your cost changes by" note={<Explanation of={costDifference} name="the difference of your cost" />}>
            <Money amount={costDifference.amount} />
          </Figure>
        </FigureRow>
        <DataTable
          caption="Figures before and after"
          isCaptionHidden
          rows={figures}
          rowKey={(figure) => figure.name}
          whenEmpty="With these facts the payslip comes out the same."
          columns={[
            { id: "name", title: "Figure", isRowHeader: true, cell: (figure) => figure.name },
            { id: "sealed", title: "On the payslip", isNumber: true, cell: ({ sealed }) => <Money amount={sealed} /> },
            { id: "right", title: "Should be", isNumber: true, cell: ({ recomputed }) => <Money amount={recomputed} /> },
            { id: "difference", title: "Difference", isNumber: true, cell: ({ difference }) => <Money amount={difference} isStrong /> },
          ]}
        />
        <div>
          <h3>What will happen</h3>
          <ul>
            {whatToDo.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      </Stack>
    </Card>
  );
}

const Where = z
  .object({ where: z.string().min(1, "Choose where the difference goes"), payday: optionalDateText() })
  .superRefine(({ where, payday }, context) => {
    if (where === "new" && payday === null) context.addIssue({ code: "custom", path: ["payday"], message: "Enter the payday of the correction run" });
  });

interface WhereItGoesProps extends CorrectionResultProps {
  readonly preview: CorrectionPreview;
  readonly drafts: readonly PayRunSummary[];
  readonly back: React.ReactNode;
}

function WhereItGoes({ payslip, asked, onDone, preview, drafts, back }: WhereItGoesProps) {
  const { adjustment, how } = preview;
  const notice = useNotice();
  const [, go] = useLocation();
  const next = useQuery("pay.suggestNextPeriod", {}).data;
  const hasRegular = drafts.some(({ kind }) => kind === "regular");
  const startRun = useCommand("pay.startRun");
  const correct = useCommand("pay.correctPayslip");
  const mustChoose = adjustment !== null;
  const form = useForm(
    Where,
    async ({ where, payday }) => {
      const { periodFrom, periodTo } = payslip.result;
      const run =
        where === "next" && next
          ? (await startRun.mutateAsync({ periodFrom: next.periodFrom, periodTo: next.periodTo, payday: next.payday })).id
          : where === "new" && payday !== null
            ? (await startRun.mutateAsync({ kind: "correction", periodFrom, periodTo, payday, correctsPayRunId: payslip.payRunId })).id
            : where === "keep"
              ? null
              : where;
      await correct.mutateAsync({ ...asked, payRunId: run });
      onDone();
      notice.show(run === null ? "Kept the correction." : "Kept the correction. The difference is in this pay run: check it, then finish it.");
      go(pathTo(routes.payRun, { payRunId: run ?? payslip.payRunId }));
    },
    { start: { where: mustChoose ? "" : "keep", payday: "" } },
  );
  return (
    <Card title={mustChoose ? "Where does the difference go?" : "Keep the correction?"}>
      <Form of={form}>
        {adjustment && (
          <>
            <p>
              {adjustment.label}: <Explanation of={adjustment.explanation} name="the pay line of the correction" look="amount" /> of gross pay.
            </p>
            <RadioGroup
              name="where"
              label="Put it"
              choices={[
                ...drafts.map(({ id, payday, kind }) => ({ value: id as string, label: draftWords(payday, kind) })),
                ...(next?.hasRates && !hasRegular
                  ? [
                      {
                        value: "next",
                        label: `Into the next pay run, with payday ${formatDate(next.payday)}`,
                        hint: "It is started now and waits for you under Pay.",
                      },
                    ]
                  : []),
                {
                  value: "new",
                  label: "Into a correction run of its own",
                  hint: "It pays only the difference, on a payday you choose.",
                  reveals: <DateField name="payday" label="Payday of the correction run" hasCalendar />,
                },
                ...(how === "closedYear"
                  ? [
                      {
                        value: "keep",
                        label: "Into no pay run: the money was right, only the figures were wrong",
                        hint: "The closed year's totals go to HMRC again, and the books are put right today.",
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )}
        <Row>
          <Button type="submit" look="primary" isBusy={form.isBusy}>
            Make the correction
          </Button>
          {back}
        </Row>
      </Form>
    </Card>
  );
}

const draftWords = (payday: PayRunSummary["payday"], kind: PayRunSummary["kind"]) =>
  `Into the ${kind === "regular" ? "" : `${kind} `}pay run of ${formatDate(payday)}, which is not finished yet`;
