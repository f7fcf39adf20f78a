import type { ReactNode } from "react";
import { formatMinutes } from "../../../shared/core/minutes.ts";
import { formatPence, formatRate } from "../../../shared/core/money.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { PlanLine } from "../../../shared/people/plan.ts";
import { useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { SummaryList, type SummaryRow } from "../../components/SummaryList.tsx";
import type { SetupPageId, SetupPageProps } from "./setupSteps.ts";
import { cohorts, cycles, frequencies, holdings, payFrequencies, wordsOf } from "./words.ts";

const at = (step: SetupPageId) => pathTo(routes.setupStep, { step });
const missing = "Not answered yet";

/** Every answer on one page, each with a way to change it. */
export function CheckPage({ onSaved }: SetupPageProps) {
  return (
    <>
      <PageHeader title="Check your answers" lead="Everything is saved already. Change what is not right; you can also change it later." />
      <Stack>
        <WhoCard />
        <BudgetCard />
        <PlanCard />
        <EmployerCard />
      </Stack>
      <Row>
        <Button look="primary" onClick={onSaved}>
          These answers are right
        </Button>
      </Row>
    </>
  );
}

function WhoCard() {
  const household = useQuery("people.getHousehold", {});
  return (
    <Answers title="Who is who">
      <Loaded query={household}>
        {({ budgetPerson, holder, holderKind, atTheKeyboard }) => (
          <SummaryList
            rows={[
              { name: "The budget is for", value: budgetPerson ? fullName(budgetPerson) : missing, change: at("person") },
              {
                name: "Holder",
                value: holder ? `${fullName(holder)}${holderKind === "self" ? "" : `, ${holderKind}`}` : missing,
                change: at("holder"),
              },
              { name: "You are", value: atTheKeyboard ? fullName(atTheKeyboard) : missing, change: at("you") },
            ]}
          />
        )}
      </Loaded>
    </Answers>
  );
}

function BudgetCard() {
  const overview = useQuery("people.getBudget", {});
  return (
    <Answers title="Budget">
      <Loaded query={overview}>
        {({ budget, funders, shares, schedules }) => (
          <SummaryList
            rows={[
              { name: "Reference", value: budget?.reference ?? missing, change: at("budget") },
              { name: "Kind of budget", value: budget ? wordsOf(cohorts, budget.cohort) : missing, change: at("budget") },
              { name: "How the money is held", value: budget ? wordsOf(holdings, budget.holding) : missing, change: at("budget") },
              { name: "Agreement", value: budget ? `${formatDate(budget.fromOn)} to ${formatDate(budget.toOn)}` : missing, change: at("budget") },
              { name: "Reserve", value: budget ? `${budget.reserveWeeks} weeks` : missing, change: at("budget") },
              ...shares.map(
                (share): SummaryRow => ({
                  name: funders.find(({ id }) => id === share.funderId)?.name ?? "Funder",
                  value: `${formatRate(share.shareBasisPoints)}. ${
                    schedules
                      .filter(({ funderId }) => funderId === share.funderId)
                      .map((each) => `${formatPence(each.amountPence)} ${wordsOf(cycles, each.cycle).toLowerCase()} from ${formatDate(each.firstOn)}`)
                      .join("; ") || "No payments entered yet"
                  }`,
                  change: at("funders"),
                }),
              ),
            ]}
          />
        )}
      </Loaded>
    </Answers>
  );
}

function PlanCard() {
  const plan = useQuery("people.getPlan", {});
  return (
    <Answers title="Support plan">
      <Loaded query={plan}>
        {({ lines, versions }) => (
          <SummaryList
            rows={
              versions.length === 0
                ? [{ name: "Budget lines", value: missing, change: at("plan") }]
                : (lines.length > 0 ? lines : versions).map((line) => ({ name: line.name, value: termsInWords(line), change: at("plan") }))
            }
          />
        )}
      </Loaded>
    </Answers>
  );
}

/** "30 h a week at £15.80 an hour", "£120.00 every month". */
function termsInWords(line: PlanLine): string {
  if (line.minutesPerWeek !== null && line.hourlyRatePence !== null) {
    return `${formatMinutes(line.minutesPerWeek)} a week at ${formatPence(line.hourlyRatePence)} an hour`;
  }
  if (line.amountPence === null || line.frequency === null) return "";
  return `${formatPence(line.amountPence)} ${line.frequency === "once" ? "once" : wordsOf(frequencies, line.frequency).toLowerCase()}`;
}

function EmployerCard() {
  const employer = useQuery("employment.getEmployer", {});
  return (
    <Answers title="Employer">
      <Loaded query={employer}>
        {({ employer: known, holder, insurancePolicies }) => (
          <SummaryList
            rows={[
              { name: "Employer", value: holder ? fullName(holder) : missing, change: at("holder") },
              { name: "Wages", value: known ? wordsOf(payFrequencies, known.payFrequency) : missing, change: at("employer") },
              {
                name: "First pay period",
                value: known ? `From ${formatDate(known.firstPeriodFrom)}, paid ${formatDate(known.firstPayday)}` : missing,
                change: at("employer"),
              },
              { name: "PAYE reference", value: known?.payeReference ?? missing, change: at("hmrc") },
              { name: "Pension scheme", value: known?.pensionSchemeName || missing, change: at("hmrc") },
              { name: "Insurance", value: insurancePolicies.at(-1)?.insurer ?? missing, change: at("insurance") },
            ]}
          />
        )}
      </Loaded>
    </Answers>
  );
}

function Answers({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <Card title={title}>{children}</Card>;
}
