import type { HmrcProblem } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";

/** "6 April 2026 to 5 May 2026". */
export const spanWords = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) => `${formatDate(from)} to ${formatDate(to)}`;

/** "Tax month 1", or "Tax months 1 to 3" for a quarter. */
export const taxMonthWords = ({ firstTaxMonth, lastTaxMonth }: { readonly firstTaxMonth: number; readonly lastTaxMonth: number }) =>
  firstTaxMonth === lastTaxMonth ? `Tax month ${firstTaxMonth}` : `Tax months ${firstTaxMonth} to ${lastTaxMonth}`;

/** What a pay run is, where it is not the usual one. */
export const runKindWords = { regular: "Payday", extra: "Extra payment", correction: "Correction" } as const;

/** "Employee National Insurance (86B)": HMRC's words with its number. */
export const itemWords = ({ item, label }: { readonly item: string; readonly label: string }) => (item === "" ? label : `${label} (${item})`);

/** The screen on which a thing HMRC would refuse is put right, and what its link says. */
export function mendLink(problem: HmrcProblem, payRunId: string | null): { readonly to: string; readonly words: string } {
  if (problem.mendAt === "assistant" && problem.engagementId !== null) {
    return {
      to: pathTo(routes.person, { personId: problem.engagementId }),
      words: problem.who ? `Go to ${problem.who}'s page` : "Go to the person's page",
    };
  }
  if (problem.mendAt === "payRun" && payRunId !== null) return { to: pathTo(routes.payRun, { payRunId }), words: "Go to the pay run" };
  return { to: pathTo(routes.setupStep, { step: "hmrc" }), words: "Go to the employer's details for HMRC" };
}
