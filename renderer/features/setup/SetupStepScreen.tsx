import type { ComponentType } from "react";
import { useLocation } from "wouter";
import { pathTo, routes } from "../../app/routes.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Steps } from "../../components/Steps.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { BudgetPage } from "./BudgetPage.tsx";
import { CheckPage } from "./CheckPage.tsx";
import { EmployerPage } from "./EmployerPage.tsx";
import { FundersPage } from "./FundersPage.tsx";
import { HmrcPage } from "./HmrcPage.tsx";
import { HolderPage } from "./HolderPage.tsx";
import { InsurancePage } from "./InsurancePage.tsx";
import { OutcomesPage } from "./OutcomesPage.tsx";
import { PaymentsPage } from "./PaymentsPage.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { PlanPage } from "./PlanPage.tsx";
import { type SetupPageId, type SetupPageProps, setupSteps } from "./setupSteps.ts";
import { YouPage } from "./YouPage.tsx";

const pages: Readonly<Record<SetupPageId, ComponentType<SetupPageProps>>> = {
  person: PersonPage,
  holder: HolderPage,
  you: YouPage,
  budget: BudgetPage,
  funders: FundersPage,
  payments: PaymentsPage,
  outcomes: OutcomesPage,
  plan: PlanPage,
  employer: EmployerPage,
  hmrc: HmrcPage,
  insurance: InsurancePage,
  check: CheckPage,
};

/** One page of set-up, with the way back. Every page is saved when "Save and continue" is pressed. */
export function SetupStepScreen({ step }: { readonly step: string }) {
  const [, navigate] = useLocation();
  const index = setupSteps.findIndex(({ id }) => id === step);
  const here = setupSteps[index];
  if (!here) {
    return (
      <>
        <PageHeader title="There is no such page in set-up" />
        <LinkButton to={routes.setup}>Go to set-up</LinkButton>
      </>
    );
  }
  const Page = pages[here.id];
  const before = setupSteps[index - 1];
  const next = setupSteps[index + 1];
  return (
    <>
      <p>
        <TextLink to={before ? pathTo(routes.setupStep, { step: before.id }) : routes.setup}>Back</TextLink>
      </p>
      <Steps names={setupSteps.map(({ name }) => name)} current={index + 1} />
      <Page onSaved={() => navigate(next ? pathTo(routes.setupStep, { step: next.id }) : routes.setup)} />
    </>
  );
}
