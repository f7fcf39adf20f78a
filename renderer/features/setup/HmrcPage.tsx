import * as z from "zod";
import { AccountsOfficeReference, optionalText, PayeReference } from "../../../shared/core/text.ts";
import { emptyOr } from "../../../shared/people/typedText.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Checkbox } from "../../components/CheckboxGroup.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Form } from "../../components/Form.tsx";
import { chosen, optionalDateText } from "../../components/formSchemas.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";
import { detailsOf } from "./employerForm.ts";
import { SaveRow } from "./SaveRow.tsx";
import type { SetupPageProps } from "./setupSteps.ts";

const HmrcForm = z.object({
  filingRoute: chosen(["basicPayeTools", "otherSoftware", "paper", "bureau", "notRegistered"], "Choose how HMRC is told about wages"),
  payeReference: emptyOr(PayeReference),
  accountsOfficeReference: emptyOr(AccountsOfficeReference),
  isClaimed: z.boolean(),
  paysHmrcQuarterly: z.boolean(),
  pensionSchemeName: optionalText(),
  pensionSchemeReference: optionalText(80),
  pensionTaxRelief: chosen(["reliefAtSource", "netPay"], "Choose how tax relief is given"),
  pensionStagingOn: optionalDateText(),
});

/** HMRC references, Employment Allowance and the workplace pension. All but the first answer may wait. */
export function HmrcPage({ onSaved }: SetupPageProps) {
  const employer = useQuery("employment.getEmployer", {});
  return (
    <>
      <PageHeader title="HMRC and pension" lead="References come by post after you register as an employer. You can add them later." />
      <Loaded query={employer}>
        {(known) =>
          known.employer ? (
            <Page known={known} onSaved={onSaved} />
          ) : (
            <EmptyState
              title="First say when you pay wages"
              action={<LinkButton to={pathTo(routes.setupStep, { step: "employer" })}>Go to paydays</LinkButton>}
            />
          )
        }
      </Loaded>
    </>
  );
}

function Page({ known, onSaved }: SetupPageProps & { readonly known: Output<"employment.getEmployer"> }) {
  const taxYear = taxYearOf(useToday());
  const save = useCommand("employment.saveEmployer", { onDone: onSaved });
  const details = detailsOf(known.employer);
  const isClaimed = known.employmentAllowanceClaims.some((claim) => claim.taxYear === taxYear && claim.isClaimed);
  const form = useForm(
    HmrcForm,
    ({ isClaimed: claims, ...answer }) => {
      if (!details) return undefined;
      return save.mutateAsync({ ...details, ...answer, employmentAllowance: [{ taxYear, isClaimed: claims }] });
    },
    {
      start: {
        filingRoute: details?.filingRoute ?? "",
        payeReference: details?.payeReference ?? "",
        accountsOfficeReference: details?.accountsOfficeReference ?? "",
        isClaimed,
        paysHmrcQuarterly: details?.paysHmrcQuarterly ?? false,
        pensionSchemeName: details?.pensionSchemeName ?? "",
        pensionSchemeReference: details?.pensionSchemeReference ?? "",
        pensionTaxRelief: details?.pensionTaxRelief ?? "reliefAtSource",
        pensionStagingOn: details?.pensionStagingOn ?? "",
      },
    },
  );
  return (
    <Form of={form}>
      <RadioGroup
        name="filingRoute"
        label="How is HMRC told about wages?"
        choices={[
          { value: "notRegistered", label: "Not yet: I am not registered as an employer" },
          { value: "basicPayeTools", label: "With HMRC's Basic PAYE Tools", hint: "The app shows every figure to type there." },
          { value: "otherSoftware", label: "With other payroll software" },
          { value: "paper", label: "On paper", hint: "Allowed for some people who employ carers. HMRC must agree." },
          { value: "bureau", label: "A payroll service does it" },
        ]}
      />
      <TextField name="payeReference" label="PAYE reference" hint="On letters from HMRC, like 123/AB456." width="medium" isOptional />
      <TextField
        name="accountsOfficeReference"
        label="Accounts Office reference"
        hint="Thirteen letters and numbers, like 123PA00012345."
        width="medium"
        isOptional
      />
      <Checkbox
        name="isClaimed"
        label={`I claim Employment Allowance for ${taxYear}`}
        hint="It lowers your employer National Insurance. People who employ only personal assistants for care may claim it."
      />
      <Checkbox
        name="paysHmrcQuarterly"
        label="I pay HMRC every 3 months"
        hint="Allowed when less than £1,500 a month is due. HMRC must have agreed."
      />
      <Disclosure summary="Must I register as an employer?">
        <p>
          Yes, before the first payday, if you pay anyone £96 or more a week, or if anyone has another job or a pension. It costs nothing. HMRC's
          website tells how.
        </p>
      </Disclosure>
      <TextField name="pensionSchemeName" label="Workplace pension scheme" isOptional />
      <TextField name="pensionSchemeReference" label="Your number with the scheme" width="medium" isOptional />
      <RadioGroup
        name="pensionTaxRelief"
        label="How does the scheme give tax relief?"
        choices={[
          { value: "reliefAtSource", label: "Relief at source", hint: "The scheme adds the tax relief. NEST works like this." },
          { value: "netPay", label: "Net pay", hint: "Contributions come off pay before tax." },
        ]}
      />
      <DateField name="pensionStagingOn" label="Pension duties began" hint="The first day your first personal assistant worked." isOptional />
      <SaveRow isBusy={form.isBusy} />
    </Form>
  );
}
