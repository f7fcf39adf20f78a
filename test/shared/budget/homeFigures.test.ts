import { describe, expect, it } from "vitest";
import { explainHomeFigures } from "../../../shared/budget/homeFigures.ts";
import { pence } from "../../../shared/core/money.ts";

const line = (name: string, [planned, spent, promised, free, forecast]: readonly number[]) => ({
  name,
  plannedToEnd: { amount: pence(planned ?? 0) },
  spent: { amount: pence(spent ?? 0) },
  promised: { amount: pence(promised ?? 0) },
  free: { amount: pence(free ?? 0) },
  forecast: { amount: pence(forecast ?? 0) },
});

describe("the figures of Home", () => {
  const lines = [line("Day support", [1_000_00, 400_00, 100_00, 500_00, 1_050_00]), line("Activities", [200_00, 50_00, 0, 150_00, 150_00])];

  it("are the sums of the plan's lines, each named", () => {
    const figures = explainHomeFigures(lines, pence(0));
    expect(figures.planned.amount).toBe(1_200_00);
    expect(figures.spent.amount).toBe(450_00);
    expect(figures.spent.lines).toEqual([
      { text: "Day support", amount: 400_00 },
      { text: "Activities", amount: 50_00 },
    ]);
    expect(figures.promised.lines).toEqual([{ text: "Day support", amount: 100_00 }]);
    expect(figures.free.amount).toBe(650_00);
    // Day support ends 50.00 over, Activities 50.00 under.
    expect(figures.forecastLeft).toMatchObject({ amount: 0, lines: [{ amount: -50_00 }, { amount: 50_00 }] });
  });

  it("count spending outside the plan as spent and no longer free", () => {
    const figures = explainHomeFigures(lines, pence(30_00));
    expect(figures.spent.amount).toBe(480_00);
    expect(figures.spent.lines.at(-1)).toEqual({ text: "Spending that is on no line of the plan", amount: 30_00 });
    expect(figures.free.amount).toBe(620_00);
    expect(figures.forecastLeft.amount).toBe(-30_00);
    expect(figures.promised.amount).toBe(100_00);
  });
});
