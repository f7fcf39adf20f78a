import { useState } from "react";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { type BureauCsvRow, readBureauRow } from "../../../shared/payroll/bureau/bureauCsv.ts";
import { BureauLine, bureauLineWords } from "../../../shared/payroll/bureau/bureauPayslip.ts";
import type { Output } from "../../api/client.ts";
import { useQuery } from "../../api/hooks.ts";
import { routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { Loaded, LoadedScreen } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { type FormHandle, useForm } from "../../components/useForm.ts";
import { CheckResult } from "./CheckResult.tsx";
import { FigureFields, typedAmount } from "./figureFields.tsx";
import { ImportCard } from "./ImportCard.tsx";
import { type CheckInput, PayslipForm } from "./payslipForm.ts";
import { TypedFields } from "./TypedFields.tsx";

type Choices = Output<"bureau.choices">;

/** "Check my bureau": the payroll provider's payslip beside what we work out, line by line. */
export function BureauScreen() {
  const choices = useQuery("bureau.choices", {});
  return (
    <LoadedScreen
      title="Check my bureau: a payslip"
      lead="Type what your payroll provider’s payslip shows. You see which line differs from ours, and why. Nothing is saved."
      breadcrumbs={[{ name: "Pay", to: routes.pay }]}
      query={choices}
    >
      {(found) => <CheckPayslip choices={found} />}
    </LoadedScreen>
  );
}

function CheckPayslip({ choices }: { readonly choices: Choices }) {
  const notice = useNotice();
  const [asked, setAsked] = useState<CheckInput>();
  const form = useForm(PayslipForm, (input) => setAsked(input), {
    start: {
      kind: choices.payslips.length > 0 ? "payslip" : "typed",
      payslipId: choices.payslips[0]?.payslipId ?? "",
      draftId: choices.drafts[0]?.engagementId ?? "",
      taxCode: "",
      nationalInsuranceCategory: "",
      typed: {},
      figures: Object.fromEntries(BureauLine.options.map((line) => [line, ""])),
    },
  });
  const use = (row: BureauCsvRow) => {
    fillFrom(row, form, choices);
    notice.show(`Put the figures of ${row.name || row.payrollNumber || `line ${row.line}`} into the boxes.`);
  };
  return (
    <Stack gap="large">
      <p>
        To check what the bureau pays HMRC, <TextLink to={routes.bureauMonth}>check a P32 instead</TextLink>.
      </p>
      <ImportCard onUse={use} />
      <Card title="The bureau’s payslip">
        <Form of={form} label="The bureau’s payslip">
          <Against form={form} choices={choices} />
          <FigureFields lines={BureauLine.options} words={bureauLineWords} />
          <Columns>
            <TextField name="taxCode" label="Tax code on the payslip" isOptional width="short" />
            <TextField name="nationalInsuranceCategory" label="National Insurance letter on the payslip" isOptional width="short" />
          </Columns>
          <div>
            <Button type="submit" look="primary" isBusy={form.isBusy}>
              Compare
            </Button>
          </div>
        </Form>
      </Card>
      <div role="status">{asked && <Answer asked={asked} />}</div>
    </Stack>
  );
}

function Against({ form, choices }: { readonly form: FormHandle; readonly choices: Choices }) {
  const { payslips, drafts, people } = choices;
  const ways = [
    {
      value: "payslip",
      label: "A payslip of a finished pay run",
      reveals: (
        <SelectField
          name="payslipId"
          label="Which payslip?"
          emptyChoice="Choose the payslip"
          choices={payslips.map(({ payslipId, name, payday }) => ({ value: payslipId, label: `${name}, paid ${formatDate(payday)}` }))}
        />
      ),
    },
    {
      value: "draft",
      label: "The next pay run, as it stands now",
      reveals: (
        <SelectField
          name="draftId"
          label="Whose pay?"
          emptyChoice="Choose the person"
          choices={drafts.map(({ engagementId, name, payday }) => ({ value: engagementId, label: `${name}, payday ${formatDate(payday)}` }))}
        />
      ),
    },
    { value: "typed", label: "Hours, rate and code that I type", reveals: <TypedFields form={form} people={people} /> },
  ];
  return <RadioGroup name="kind" label="What do you compare it with?" choices={ways} />;
}

/** Puts a row of the file into the boxes, and chooses the newest payslip of the person it names. */
function fillFrom(row: BureauCsvRow, form: FormHandle, { payslips, people }: Choices): void {
  const { bureau } = readBureauRow(row);
  for (const line of BureauLine.options) form.setValue(`figures.${line}`, typedAmount(bureau.figures[line]));
  form.setValue("taxCode", bureau.taxCode ?? "");
  form.setValue("nationalInsuranceCategory", bureau.nationalInsuranceCategory ?? "");
  const isMeant = ({ name, payrollNumber }: { readonly name: string; readonly payrollNumber: string }) =>
    name.toLowerCase() === row.name.toLowerCase() || (row.payrollNumber !== "" && payrollNumber === row.payrollNumber);
  const payslip = payslips.find(isMeant);
  if (payslip) {
    form.setValue("kind", "payslip");
    form.setValue("payslipId", payslip.payslipId);
  }
  const person = people.find(isMeant);
  if (person) {
    form.setValue("draftId", person.engagementId);
    form.setValue("typed.engagementId", person.engagementId);
  }
}

function Answer({ asked }: { readonly asked: CheckInput }) {
  const check = useQuery("bureau.checkPayslip", asked);
  return <Loaded query={check}>{({ name, payday, ...result }) => <CheckResult title={`${name}, paid ${formatDate(payday)}`} {...result} />}</Loaded>;
}
