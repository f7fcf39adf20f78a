import * as z from "zod";
import type { HmrcPayday } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate, PlainDate } from "../../../shared/core/plainDate.ts";
import { lateReasonWords } from "../../../shared/payroll/rti/keyingSheet.ts";
import { LateReason } from "../../../shared/payroll/rti/submissionFacts.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";
import { SubmissionsTable } from "./SubmissionsTable.tsx";

/** After sending: the day, and why it was late where it was. Told before, it can only be told again as a correction. */
export function MarkTold({ payday }: { readonly payday: HmrcPayday }) {
  const { toldOn, submissions } = payday;
  const told = submissions.filter((submission) => submission.toldOn !== null);
  if (toldOn === null) {
    return (
      <Card title="When you have sent it">
        <Stack>
          <p>This app sends nothing itself. When you have sent the figures, say on which day, so that the app knows what HMRC was told.</p>
          {!payday.isAgreed && payday.route.hasKeyingSheet && <p>It is best to type back first what HMRC's tool shows for everybody.</p>}
          <ToldForm payday={payday} />
        </Stack>
      </Card>
    );
  }
  return (
    <Card title="What HMRC was told">
      <Stack>
        <SubmissionsTable caption="Tellings of this payday" submissions={told} />
        <Disclosure summary="I sent it again with other figures">
          <CorrectionForm payday={payday} />
        </Disclosure>
      </Stack>
    </Card>
  );
}

const Told = z.object({
  toldOn: dateText("Enter the day you sent it"),
  lateReason: z.enum(["", ...LateReason.options]).default(""),
});
const lateReasons = LateReason.options.map((value) => ({ value, label: lateReasonWords[value] }));

function ToldForm({ payday: { payRunId, payday } }: { readonly payday: HmrcPayday }) {
  const notice = useNotice();
  const today = useToday();
  const record = useCommand("hmrc.recordTold", { onDone: () => notice.show(`Kept: HMRC was told about ${formatDate(payday)}.`) });
  const form = useForm(
    Told,
    ({ toldOn, lateReason }) =>
      record.mutateAsync({
        kind: "fps",
        payRunId,
        toldOn,
        lateReason: toldOn > payday && lateReason !== "" ? lateReason : null,
        isCorrection: false,
      }),
    { start: { toldOn: today } },
  );
  const typed = PlainDate.safeParse(form.valueOf("toldOn"));
  const isLate = typed.success && typed.data > payday;
  return (
    <Form of={form} label="Mark as sent">
      <DateField name="toldOn" label="Day you sent it" hasCalendar />
      {isLate && (
        <SelectField
          name="lateReason"
          label="Reason for late reporting (154)"
          hint={`This is after the payday, ${formatDate(payday)}. HMRC asks why. Put the same reason in your tool. Without a reason HMRC may charge a penalty.`}
          choices={lateReasons}
          emptyChoice="None of these fits"
        />
      )}
      <Row>
        <Button type="submit" look="primary" isBusy={form.isBusy}>
          Mark as sent
        </Button>
      </Row>
    </Form>
  );
}

const Corrected = z.object({ toldOn: dateText("Enter the day you sent it again") });

function CorrectionForm({ payday: { payRunId } }: { readonly payday: HmrcPayday }) {
  const notice = useNotice();
  const today = useToday();
  const record = useCommand("hmrc.recordTold", {
    onDone: () => notice.show("Kept: the payday was told again. The earlier telling stays in the list."),
  });
  const form = useForm(Corrected, ({ toldOn }) => record.mutateAsync({ kind: "fps", payRunId, toldOn, lateReason: null, isCorrection: true }), {
    start: { toldOn: today },
  });
  return (
    <Form of={form} label="Mark as sent again">
      <p>Use late reason H (correcting an earlier submission) in your tool. The earlier telling is kept.</p>
      <DateField name="toldOn" label="Day you sent it again" hasCalendar />
      <Row>
        <Button type="submit" isBusy={form.isBusy}>
          Mark as sent again
        </Button>
      </Row>
    </Form>
  );
}
