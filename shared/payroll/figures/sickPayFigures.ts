import { decimalPounds, type Pence, parsePence } from "../../core/money.ts";
import { type PlainDate, plainDate, type Weekday, weekdays } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { problem } from "../problems.ts";
import { sickPayDailyRate } from "../statutoryPay/sickPayRate.ts";
import { knownSickPayRules, type SickPayRules } from "../statutoryPay/sickPayRules.ts";
import { calculateStatutorySickPay } from "../statutoryPay/statutorySickPay.ts";
import type { CsvRow } from "./csv.ts";
import { RowError, readDate, readPay, readWholeNumber } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** Statutory sick pay of one spell, week by week. Old rates may be given in `flatWeeklyRates` ("85.85", or "2011-12=81.60;2012-13=85.85"). */
export const sickPayFigures: FigureTopic = {
  name: "statutory sick pay",
  inputs: ["sickStart", "sickEnd", "qualifyingDays"],
  outputs: ["expectedTotalSsp", "expectedByWeekEndingSaturday"],
  work: (row) => {
    const from = readDate(row, "sickStart");
    const to = readDate(row, "sickEnd");
    if (to < from) throw new RowError([problem("sickEnd", to, "sickEnd: the last day is before the first.", "Correct the dates.")]);
    const hasLinked = (row.linkedStart ?? "") !== "";
    const result = calculateStatutorySickPay({
      spell: { from, to },
      qualifyingDays: readQualifyingDays(row),
      averageWeeklyEarnings:
        (row.averageWeeklyEarnings ?? "") === "" ? noLimit : { numerator: readPay(row, "averageWeeklyEarnings"), denominator: 1 },
      earlierSpells: hasLinked ? [{ from: readDate(row, "linkedStart"), to: readDate(row, "linkedEnd") }] : [],
      rules: rulesFor(row, from),
      source: "GOV.UK, Calculate your employee's statutory sick pay",
    });
    return {
      expectedTotalSsp: decimalPounds(result.total.amount),
      expectedByWeekEndingSaturday: result.weeks.map(({ weekEndingSaturday, amount }) => `${weekEndingSaturday}=${decimalPounds(amount)}`).join(";"),
    };
  },
};

/** The daily rate of sick pay from the weekly rate and the number of qualifying days. */
export const sickPayDailyRateFigures: FigureTopic = {
  name: "sick pay daily rate",
  inputs: ["weeklyRate", "qualifyingDaysPerWeek"],
  outputs: ["expectedDailyRate"],
  work: (row) => {
    const tenThousandths = sickPayDailyRate(
      { numerator: readPay(row, "weeklyRate"), denominator: 1 },
      readWholeNumber(row, "qualifyingDaysPerWeek", 1, 7),
    );
    return { expectedDailyRate: `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, "0")}` };
  },
};

/** Earnings that no limit and no 80% rule can touch. */
const noLimit = { numerator: 1_000_000_000, denominator: 1 };

function readQualifyingDays(row: CsvRow): Weekday[] {
  const text = row.qualifyingDays ?? "";
  const days = text.split(/[\s;|]+/).filter((day) => day !== "");
  const unknown = days.find((day) => !weekdays.includes(day as Weekday));
  if (days.length === 0 || unknown !== undefined || new Set(days).size !== days.length) {
    throw new RowError([problem("qualifyingDays", text, "qualifyingDays: these are not days of the week.", "Write them like Mon Tue Wed.")]);
  }
  return days as Weekday[];
}

/** The rules of the years known here; for older spells the rules used up to 5 April 2026 at the rates of the row. */
function rulesFor(row: CsvRow, from: PlainDate): readonly SickPayRules[] {
  const [oldest] = knownSickPayRules;
  if (!oldest) throw new RangeError("There are no rates");
  if (from >= oldest.from) return knownSickPayRules;
  const given = (row.flatWeeklyRates ?? "").split(";").filter((part) => part !== "");
  const rates = given.map((part) => ratePart(part, from));
  if (rates.length === 0 || rates.some((rate) => rate === undefined)) {
    const rule = `flatWeeklyRates: there are no sick pay rates for ${taxYearOf(from)}.`;
    throw new RowError([problem("flatWeeklyRates", row.flatWeeklyRates, rule, "Give them like 85.85, or 2011-12=81.60;2012-13=85.85.")]);
  }
  return rates.flatMap((rate) => (rate ? [{ ...oldest, averageWeeklyEarningsMinimum: null, ...rate }] : []));
}

function ratePart(part: string, from: PlainDate): { from: PlainDate; weeklyFlatRate: Pence } | undefined {
  const match = /^(?:(\d{4})-\d{2}=)?(\d+(?:\.\d{1,2})?)$/.exec(part.trim());
  const amount = parsePence(match?.[2] ?? "");
  if (!match || amount === undefined) return undefined;
  const year = match[1] ?? taxYearOf(from).slice(0, 4);
  return { from: plainDate(`${year}-04-06`), weeklyFlatRate: amount };
}
