import { decimalPounds } from "../../core/money.ts";
import { ratesFor } from "../../rates/ratesFor.ts";
import { maternityDates } from "../statutoryPay/maternityDates.ts";
import { recoverStatutoryPay } from "../statutoryPay/statutoryRecovery.ts";
import { readBasisPoints, readDate, readPay, readYesNo } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

/** Key dates of maternity pay from the due date. The limit is left empty for a week whose tax year has no rates here. */
export const maternityDatesFigures: FigureTopic = {
  name: "maternity dates",
  inputs: ["dueDate"],
  outputs: [
    "expectedWeekOfConfinementStart",
    "expectedQualifyingWeekStart",
    "expectedQualifyingWeekEnd",
    "expectedLatestEmploymentStart",
    "expectedEarliestLeaveStart",
    "expectedSicknessTriggersLeaveFrom",
    "expectedLowerEarningsLimit",
  ],
  work: (row) => {
    const dates = maternityDates(readDate(row, "dueDate"));
    const limit = ratesFor(dates.qualifyingWeekEnd)?.statutoryParentalPay.averageWeeklyEarningsMinimum;
    return {
      expectedWeekOfConfinementStart: dates.weekOfConfinementStart,
      expectedQualifyingWeekStart: dates.qualifyingWeekStart,
      expectedQualifyingWeekEnd: dates.qualifyingWeekEnd,
      expectedLatestEmploymentStart: dates.latestEmploymentStart,
      expectedEarliestLeaveStart: dates.earliestLeaveStart,
      expectedSicknessTriggersLeaveFrom: dates.sicknessTriggersLeaveFrom,
      expectedLowerEarningsLimit: limit === undefined ? "" : String(limit / 100),
    };
  },
};

/** What the employer gets back of statutory family pay. */
export const recoveryFigures: FigureTopic = {
  name: "statutory pay recovery",
  inputs: ["amountPaid", "recoveryRate"],
  outputs: ["expectedRecovered", "expectedNicCompensation"],
  work: (row) => {
    const { recovered, compensation } = recoverStatutoryPay(
      readPay(row, "amountPaid"),
      readBasisPoints(row, "recoveryRate", 10_000),
      readYesNo(row, "smallEmployer"),
    );
    return { expectedRecovered: decimalPounds(recovered), expectedNicCompensation: decimalPounds(compensation) };
  },
};
