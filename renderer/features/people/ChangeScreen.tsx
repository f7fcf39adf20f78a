import type { ComponentType } from "react";
import { fullName } from "../../../shared/people/person.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { BankForm } from "./BankForm.tsx";
import { CheckForm } from "./CheckForm.tsx";
import type { ChangeFormProps } from "./changeForm.tsx";
import { DetailsForm } from "./DetailsForm.tsx";
import { EndForm } from "./EndForm.tsx";
import { LoanForm, StopLoanForm } from "./LoanForms.tsx";
import { PensionForm } from "./PensionForm.tsx";
import { PermissionForm } from "./PermissionForm.tsx";
import { RateForm } from "./RateForm.tsx";
import { NationalInsuranceForm, TaxCodeForm } from "./TaxForms.tsx";

interface Change {
  readonly title: string;
  readonly lead?: string;
  readonly Form: ComponentType<ChangeFormProps>;
}

const keepsPast = "Choose the day it starts. Everything before that day stays as it was.";

/** What can be changed, by the last part of the address. */
const changes: Readonly<Record<string, Change>> = {
  details: { title: "Change details", Form: DetailsForm },
  rate: { title: "Change a rate of pay", lead: keepsPast, Form: RateForm },
  tax: { title: "Change the tax code", lead: keepsPast, Form: TaxCodeForm },
  nationalInsurance: { title: "Change the National Insurance letter", lead: keepsPast, Form: NationalInsuranceForm },
  pension: { title: "Change the pension", lead: keepsPast, Form: PensionForm },
  loan: { title: "Add a loan notice", lead: "HMRC sends a start notice, or it is on the starter checklist.", Form: LoanForm },
  stopLoan: { title: "Stop a loan", lead: "When HMRC's stop notice came.", Form: StopLoanForm },
  bank: { title: "Change bank details", lead: "Changed details get a second look before wages go there.", Form: BankForm },
  check: { title: "Record a check", Form: CheckForm },
  permission: { title: "Record a permission", lead: "The funder's written yes to paying family or a friend in the household.", Form: PermissionForm },
  end: { title: "End the job", lead: "You can enter the last day ahead of time.", Form: EndForm },
};

/** One change to one assistant's record. */
export function ChangeScreen({ personId, what }: { readonly personId: string; readonly what: string }) {
  const record = useQuery("employment.getAssistant", { id: personId });
  const change = changes[what];
  return (
    <Loaded query={record}>
      {(known) => {
        const crumbs = [
          { name: "People", to: routes.people },
          { name: fullName(known.engagement.person), to: pathTo(routes.person, { personId }) },
        ];
        if (!change) return <PageHeader title="There is nothing to change here" breadcrumbs={crumbs} />;
        return (
          <>
            <PageHeader title={change.title} lead={change.lead} breadcrumbs={crumbs} />
            <change.Form record={known} />
          </>
        );
      }}
    </Loaded>
  );
}
