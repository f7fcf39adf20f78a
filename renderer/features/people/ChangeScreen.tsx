import type { ComponentType } from "react";
import { fullName } from "../../../shared/people/person.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { BankForm } from "./BankForm.tsx";
import { CheckForm } from "./CheckForm.tsx";
import type { ChangeFormProps } from "./changeForm.tsx";
import { KeepingInTouchForm, SicknessForm } from "./DaysAwayForms.tsx";
import { DetailsForm } from "./DetailsForm.tsx";
import { EndForm } from "./EndForm.tsx";
import { FamilyLeaveForm } from "./FamilyLeaveForm.tsx";
import { HmrcFactsForm } from "./HmrcFactsForm.tsx";
import { InstalmentForm, LendingForm } from "./LendingForms.tsx";
import { LoanForm, StopLoanForm } from "./LoanForms.tsx";
import { MidYearForm } from "./MidYearForm.tsx";
import { OrderForm, StopOrderForm } from "./OrderForms.tsx";
import { OrderSequenceForm } from "./OrderSequenceForm.tsx";
import { P45Form } from "./P45Form.tsx";
import { PensionForm } from "./PensionForm.tsx";
import { JoinPensionForm, OptOutForm, PostponeForm, ReenrolmentForm } from "./PensionRequestForms.tsx";
import { PermissionForm } from "./PermissionForm.tsx";
import { RateForm } from "./RateForm.tsx";
import { NationalInsuranceForm, TaxCodeForm } from "./TaxForms.tsx";

interface Change {
  readonly title: string;
  readonly lead?: string;
  readonly Form: ComponentType<ChangeFormProps>;
}

const keepsPast = "Choose the day it starts. Everything before that day stays as it was.";

/** What can be changed, by the last part of the address, up to a dot; behind it is the one order, loan or leave. */
const changes: Readonly<Record<string, Change>> = {
  details: { title: "Change details", Form: DetailsForm },
  rate: { title: "Change a rate of pay", lead: keepsPast, Form: RateForm },
  tax: { title: "Change the tax code", lead: keepsPast, Form: TaxCodeForm },
  nationalInsurance: { title: "Change the National Insurance letter", lead: keepsPast, Form: NationalInsuranceForm },
  pension: { title: "Change the pension", lead: keepsPast, Form: PensionForm },
  joinPension: { title: "Put somebody in the pension who asked", lead: keepsPast, Form: JoinPensionForm },
  optOut: { title: "Opt out of the pension", lead: "They have one month from being put in.", Form: OptOutForm },
  postpone: { title: "Put joining the pension off", lead: "For up to three months, told in writing.", Form: PostponeForm },
  reenrolment: { title: "Choose the day of re-enrolment", Form: ReenrolmentForm },
  hmrc: { title: "What HMRC asks", lead: "None of it stops pay. HMRC wants it with the submission.", Form: HmrcFactsForm },
  order: { title: "Add an order to deduct from pay", lead: "Have the notice beside you: it names everything asked here.", Form: OrderForm },
  orderSequence: { title: "Which order is taken first?", Form: OrderSequenceForm },
  stopOrder: { title: "Stop an order", Form: StopOrderForm },
  lending: { title: "Lend money, or pay wages early", Form: LendingForm },
  instalment: { title: "Change the instalment", lead: keepsPast, Form: InstalmentForm },
  familyLeave: { title: "Family leave", lead: "We work out whether pay is due, and say why when it is not.", Form: FamilyLeaveForm },
  keepInTouch: { title: "Add a keeping-in-touch day", Form: KeepingInTouchForm },
  sickness: { title: "Days of sickness", lead: "Late is fine: the next pay run pays what is owed.", Form: SicknessForm },
  midYear: { title: "The year's figures from before", lead: "Before the first payslip here is finished.", Form: MidYearForm },
  p45: { title: "The P45 was given", Form: P45Form },
  loan: { title: "Add a loan notice", lead: "HMRC sends a start notice, or it is on the starter checklist.", Form: LoanForm },
  stopLoan: { title: "Stop a loan", lead: "When HMRC's stop notice came.", Form: StopLoanForm },
  bank: { title: "Change bank details", lead: "Changed details get a second look before wages go there.", Form: BankForm },
  check: { title: "Record a check", Form: CheckForm },
  permission: { title: "Record a permission", lead: "The funder's written yes to paying family or a friend in the household.", Form: PermissionForm },
  end: { title: "End the job", lead: "You can enter the last day ahead of time.", Form: EndForm },
};

/** One change to one assistant's record. */
export function ChangeScreen({ personId, what: address }: { readonly personId: string; readonly what: string }) {
  const record = useQuery("employment.getAssistant", { id: personId });
  const [what = "", about] = address.split(".");
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
            <change.Form record={known} about={about} />
          </>
        );
      }}
    </Loaded>
  );
}
