import * as z from "zod";
import type { Pence } from "../../../shared/core/money.ts";
import { optionalMoneyText } from "../../../shared/people/typedText.ts";
import { NationalInsuranceCategory } from "../../../shared/rates/payTerms.ts";
import { useCommand } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { MoneyField } from "../../components/MoneyField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { Columns, Stack } from "../../components/Stack.tsx";
import { type ChangeFormProps, SaveChange, useKeptForm, useSaved } from "./changeForm.tsx";

const sums = [
  ["studentLoanPence", "Student loan taken"],
  ["postgraduateLoanPence", "Postgraduate loan taken"],
  ["employeePensionPence", "Pension they paid"],
  ["employerPensionPence", "Pension you paid"],
  ["statutorySickPayPence", "Statutory Sick Pay"],
  ["statutoryMaternityPayPence", "Statutory Maternity Pay"],
  ["statutoryAdoptionPayPence", "Statutory Adoption Pay"],
  ["statutoryPaternityPayPence", "Statutory Paternity Pay"],
  ["statutorySharedParentalPayPence", "Statutory Shared Parental Pay"],
  ["statutoryParentalBereavementPayPence", "Statutory Parental Bereavement Pay"],
  ["statutoryNeonatalCarePayPence", "Statutory Neonatal Care Pay"],
] as const;

const bands = [
  ["grossEarnings", "Gross earnings for National Insurance"],
  ["atLowerEarningsLimit", "Earnings at the lower earnings limit"],
  ["lowerEarningsLimitToPrimaryThreshold", "From the lower earnings limit to the primary threshold"],
  ["primaryThresholdToUpperEarningsLimit", "From the primary threshold to the upper earnings limit"],
  ["employeeContributions", "National Insurance they paid"],
  ["employerContributions", "National Insurance you paid"],
] as const;

type SumName = (typeof sums)[number][0];
type BandName = (typeof bands)[number][0];

/** An empty box is nothing. */
const sumOrNothing = optionalMoneyText().transform((amount) => amount ?? (0 as Pence));
const named = <N extends string>(fields: readonly (readonly [N, string])[]) =>
  Object.fromEntries(fields.map(([name]) => [name, sumOrNothing])) as Record<N, typeof sumOrNothing>;

const Figures = z.object({
  category: z.enum(NationalInsuranceCategory.options),
  ...named<SumName>(sums),
  ...named<BandName>(bands),
});

/** All totals of the tax year (`about`) from before the first payslip here, beyond pay and tax, as on the last payslip of before. */
export function MidYearForm({ record, about = "" }: ChangeFormProps) {
  const { id: engagementId } = record.engagement;
  const save = useCommand("employment.saveMidYearFigures", { onDone: useSaved(record, "Saved the year's figures from before.") });
  const { form, notice } = useKeptForm(
    `mid-year ${engagementId} ${about}`,
    Figures,
    ({ category, ...answers }) => {
      const pick = <N extends string>(fields: readonly (readonly [N, string])[]) =>
        Object.fromEntries(fields.map(([name]) => [name, (answers as Record<string, Pence>)[name]])) as Record<N, Pence>;
      const insurance = pick<BandName>(bands);
      const hasInsurance = Object.values(insurance).some((amount) => amount !== 0);
      const figures = { ...pick<SumName>(sums), nationalInsurance: hasInsurance ? [{ category, ...insurance }] : [] };
      return save.mutateAsync({ engagementId, taxYear: about, figures });
    },
    { category: record.current.nationalInsuranceSetting?.category ?? "A" },
  );
  return (
    <>
      {notice}
      <Form of={form}>
        <Stack>
          <p>
            Copy them from the last payslip of before, year to date. Leave a box empty for nothing. What you save here takes the place of what was
            saved before.
          </p>
          <Card title={`National Insurance in ${about}`}>
            <Columns>
              <SelectField
                name="category"
                label="Letter"
                choices={NationalInsuranceCategory.options.map((letter) => ({ value: letter, label: letter }))}
              />
              {bands.map(([name, label]) => (
                <MoneyField key={name} name={name} label={label} isOptional />
              ))}
            </Columns>
          </Card>
          <Card title={`Loans, pension and statutory pay in ${about}`}>
            <Columns>
              {sums.map(([name, label]) => (
                <MoneyField key={name} name={name} label={label} isOptional />
              ))}
            </Columns>
          </Card>
          <SaveChange record={record} isBusy={form.isBusy} />
        </Stack>
      </Form>
    </>
  );
}
