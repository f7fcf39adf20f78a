import { useRef, useState } from "react";
import type { SealedPayslip } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { useQuery } from "../../api/hooks.ts";
import { useDraft } from "../../api/useDraft.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DraftNotice } from "../../components/DraftNotice.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { useForm } from "../../components/useForm.ts";
import { CorrectionFields } from "./CorrectionFields.tsx";
import { CorrectionResult } from "./CorrectionResult.tsx";
import { type AskedCorrection, correctionSchema, factsOf, startOf } from "./correctionForm.ts";

/** "Something was wrong": the right facts of a finished payslip, what they change, and where the difference goes. */
export function CorrectPayslipScreen({ payslipId }: { readonly payslipId: string }) {
  const payslip = useQuery("pay.getPayslip", { payslipId });
  return <Loaded query={payslip}>{(known) => <Correct payslip={known} />}</Loaded>;
}

function Correct({ payslip }: { readonly payslip: SealedPayslip }) {
  const { name, result, payRunId } = payslip;
  const draft = useDraft(`correction ${payslip.id}`);
  const typed = useRef(draft.typed);
  const [asked, setAsked] = useState<AskedCorrection>();
  return (
    <>
      <PageHeader
        title={asked ? "What the correction comes to" : "Something was wrong"}
        lead={`${name}, payday ${formatDate(result.payday)}. The payslip stays as it is: the difference is put right from today on.`}
        breadcrumbs={[
          { name: "Pay", to: routes.pay },
          { name: "Finished pay run", to: pathTo(routes.payRun, { payRunId }) },
        ]}
      />
      {asked ? (
        <CorrectionResult payslip={payslip} asked={asked} onBack={() => setAsked(undefined)} onDone={draft.forget} />
      ) : (
        <RightFacts
          payslip={payslip}
          typed={typed.current}
          onTyped={(now) => {
            draft.keep(now);
            typed.current = now;
          }}
          onClear={draft.clear}
          onAsk={setAsked}
        />
      )}
    </>
  );
}

interface RightFactsProps {
  readonly payslip: SealedPayslip;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly onTyped: (typed: Readonly<Record<string, unknown>>) => void;
  readonly onClear: () => void;
  readonly onAsk: (asked: AskedCorrection) => void;
}

function RightFacts({ payslip, typed, onTyped, onClear, onAsk }: RightFactsProps) {
  const { id: payslipId, result, payRunId } = payslip;
  const [before] = useState(typed);
  const [isDraft, setIsDraft] = useState(Object.keys(typed).length > 0);
  const start = startOf(result);
  const form = useForm(
    correctionSchema(result.payLines),
    (answers) => {
      const facts = factsOf(answers, result);
      const isSame = Object.values(facts).every((fact) => Array.isArray(fact) && fact.length === 0);
      if (isSame) form.showErrors({ reason: "Nothing is changed below. Change what was wrong, then go on" });
      else onAsk({ payslipId, reason: answers.reason, facts });
    },
    { start: { ...start, ...before }, onTyped },
  );
  const startAgain = () => {
    form.startAgain(start);
    onClear();
    setIsDraft(false);
  };
  return (
    <>
      {isDraft && <DraftNotice onStartAgain={startAgain} />}
      <Form of={form}>
        <Stack>
          <Card>
            <TextField
              name="reason"
              label="What was wrong?"
              hint="It stands in the record of the correction. For example: two hours on Sunday were left out."
            />
          </Card>
          <CorrectionFields result={result} />
          <Row>
            <Button type="submit" look="primary" isBusy={form.isBusy}>
              Show what it changes
            </Button>
            <TextLink to={pathTo(routes.payRun, { payRunId })}>Leave it as it is</TextLink>
          </Row>
        </Stack>
      </Form>
    </>
  );
}
