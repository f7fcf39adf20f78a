import type { PlainDate } from "../core/plainDate.ts";
import type { YearEndDates } from "../payroll/yearEnd/yearEndDates.ts";
import type { YearEndStep, YearEndStepId } from "../payroll/yearEnd/yearEndSteps.ts";
import type { FilingRoute } from "../people/employer.ts";
import type { KeyDate } from "./keyDates.ts";

/**
 * The days around the end of a tax year, each leading to its step: new minimum wage on 1 April, the last Full Payment Submission by 5 April, new codes and rates on 6 April, the summary that
 * says the year is over by 19 April where the submission did not, P60s by 31 May. Nothing is told to HMRC by somebody who is not registered.
 * Source: GOV.UK, Payroll: annual reporting and tasks; payroll rules, sections 9 and 14.
 */
export function yearEndKeyDates(dates: YearEndDates, filingRoute: FilingRoute, steps: readonly Pick<YearEndStep, "id" | "state">[]): KeyDate[] {
  const isDone = (id: YearEndStepId) => steps.some((step) => step.id === id && step.state === "done");
  const keyDate = (id: YearEndStepId, dueOn: PlainDate, description: string): KeyDate => ({
    dueOn,
    description,
    kind: "hmrc",
    route: `/pay/year-end/${dates.taxYear}/${id}`,
    isDone: isDone(id),
  });
  const tellsHmrc = filingRoute !== "notRegistered";
  const last =
    filingRoute === "paper"
      ? "The last paper returns (RT2 and RT5)"
      : "An Employer Payment Summary, if the last Full Payment Submission was not marked as final,";
  return [
    keyDate("minimumWage", dates.minimumWageFrom, "New minimum wage: look whether your rates of pay are high enough"),
    ...(tellsHmrc && filingRoute !== "paper"
      ? [keyDate("finalSubmission", dates.lastFullPaymentSubmissionBy, `The last Full Payment Submission of ${dates.taxYear}, marked as final`)]
      : []),
    keyDate("codes", dates.newRatesFrom, `New tax year ${dates.nextTaxYear}: new tax codes and rates`),
    ...(tellsHmrc ? [keyDate("finalSubmission", dates.finalSummaryBy, `${last} for ${dates.taxYear}`)] : []),
    keyDate("p60s", dates.p60By, `Give everybody their P60 for ${dates.taxYear}`),
  ];
}
