import { addingLine, type Explained, type ExplanationLine, explain } from "../core/explanation.ts";
import { type Pence, pence } from "../core/money.ts";

/** Where one line of the plan stands, as far as Home sums it up. Pence. */
interface HomePlanLine {
  readonly name: string;
  readonly plannedToEnd: { readonly amount: Pence };
  readonly spent: { readonly amount: Pence };
  readonly promised: { readonly amount: Pence };
  readonly free: { readonly amount: Pence };
  readonly forecast: { readonly amount: Pence };
}

/** The budget in four figures. `forecastLeft` is below zero when the plan is heading over. */
interface HomeFigures {
  readonly planned: Explained;
  readonly spent: Explained;
  readonly promised: Explained;
  readonly free: Explained;
  readonly forecastLeft: Explained;
}

const source = "Your support plan and your own books";
const notOnPlanWords = "Spending that is on no line of the plan";

/**
 * The figures of Home, each the sum of the lines of the plan. What was spent outside the plan is spent too, and is no longer free. All in pence.
 * Source: the support plan and the books.
 */
export function explainHomeFigures(lines: readonly HomePlanLine[], notOnPlan: Pence): HomeFigures {
  const sum = (name: string, of: (line: HomePlanLine) => Pence, extra: readonly ExplanationLine[] = []) => {
    const parts = lines.filter((line) => of(line) !== 0).map((line) => addingLine(line.name, of(line)));
    return explain({ name, source }, [...parts, ...extra.filter(({ amount }) => amount !== 0)]);
  };
  const minusNotOnPlan = addingLine(notOnPlanWords, pence(-notOnPlan));
  return {
    planned: sum("Agreed for the whole plan, line by line", ({ plannedToEnd }) => plannedToEnd.amount),
    spent: sum("Everything spent so far, line by line", ({ spent }) => spent.amount, [addingLine(notOnPlanWords, notOnPlan)]),
    promised: sum("Planned shifts and bills that are still to come, line by line", ({ promised }) => promised.amount),
    free: sum("Agreed, less spent and promised, line by line", ({ free }) => free.amount, [minusNotOnPlan]),
    forecastLeft: sum(
      "Agreed, less what the plan is likely to cost by its end, line by line",
      ({ plannedToEnd, forecast }) => pence(plannedToEnd.amount - forecast.amount),
      [minusNotOnPlan],
    ),
  };
}
