import type { PayLine, PayslipResult } from "../../../shared/payroll/types.ts";
import { NationalInsuranceCategory } from "../../../shared/rates/payTerms.ts";
import { Card } from "../../components/Card.tsx";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { lineName, shapeOf } from "./correctionForm.ts";

const asOnPayslip = "As on the payslip";

/** Every fact of a payslip that can be put right, filled as it stands. */
export function CorrectionFields({ result }: { readonly result: PayslipResult }) {
  const lines = result.payLines.map((line, index) => ({ line, name: `lines.${lineName(index)}` }));
  return (
    <>
      {lines.length > 0 && (
        <Card title="Pay lines" note="Change only what was wrong.">
          <Stack gap="large">
            {lines.map(({ line, name }) => (
              <LineFields key={name} line={line} name={name} />
            ))}
          </Stack>
        </Card>
      )}
      <Card title="Hours that were left out" note="Leave empty when nothing was left out.">
        <Columns>
          <TextField name="newLabel" label="What were they?" hint="For example: Sunday 3 May." isOptional />
          <TextField name="newHours" label="Hours" hint="For example 2 or 7.5" width="short" inputMode="decimal" isOptional />
          <MoneyField name="newRate" label="Rate an hour" isOptional />
        </Columns>
      </Card>
      <Card title="Tax, National Insurance and loans">
        <Columns>
          <Stack>
            <TextField name="taxCode" label="Tax code" width="short" />
            <Checkbox name="isWeek1Month1" label="Week 1 or month 1 basis" hint="Each payday is taxed on its own." />
          </Stack>
          <SelectField
            name="category"
            label="National Insurance letter"
            choices={NationalInsuranceCategory.options.map((letter) => ({ value: letter, label: letter }))}
          />
          <SelectField
            name="studentLoanPlan"
            label="Student loan"
            choices={[
              { value: "asItWas", label: asOnPayslip },
              { value: "none", label: "None" },
              ...(["1", "2", "4", "5"] as const).map((plan) => ({ value: plan, label: `Plan ${plan}` })),
            ]}
          />
          <SelectField
            name="postgraduateLoan"
            label="Postgraduate loan"
            choices={[
              { value: "asItWas", label: asOnPayslip },
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
          />
        </Columns>
      </Card>
    </>
  );
}

function LineFields({ line, name }: { readonly line: PayLine; readonly name: string }) {
  const shape = shapeOf(line);
  if (shape === "amount") return <MoneyField name={`${name}.amount`} label={`${line.label}: amount`} />;
  return (
    <Columns>
      {shape === "time" ? (
        <TextField name={`${name}.hours`} label={`${line.label}: hours`} width="short" inputMode="decimal" />
      ) : (
        <TextField name={`${name}.units`} label={`${line.label}: how many`} width="short" inputMode="decimal" />
      )}
      <MoneyField name={`${name}.rate`} label={`${line.label}: rate`} />
    </Columns>
  );
}
