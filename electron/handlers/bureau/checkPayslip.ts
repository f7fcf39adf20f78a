import type { BureauPayslipAnswer, bureauOperations } from "../../../shared/contract/bureauOperations.ts";
import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import type { BureauPayslip } from "../../../shared/payroll/bureau/bureauPayslip.ts";
import type { OtherRate } from "../../../shared/payroll/bureau/bureauVariant.ts";
import { checkBureauPayslip } from "../../../shared/payroll/bureau/checkBureauPayslip.ts";
import { typedPayslipInput } from "../../../shared/payroll/bureau/typedPayslip.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { describeProblem } from "../../../shared/payroll/problems.ts";
import type { PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import { fullName } from "../../../shared/people/person.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { findPayslipInput } from "../../db/repositories/correctionRepository.ts";
import { findEngagement } from "../../db/repositories/engagementRepository.ts";
import { listKindsOfTime, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { findPayslip } from "../../db/repositories/payRunRepository.ts";
import { ratesOrRefuse, workOutRun } from "../pay/workOutRun.ts";
import { nextRun } from "./choices.ts";

type Against = ParsedInputOf<(typeof bureauOperations)["bureau.checkPayslip"]>["against"];

interface Ours {
  readonly name: string;
  readonly engagementId: string | null;
  readonly input: PayslipInput;
  readonly result: PayslipResult;
}

/** A bureau's payslip beside ours. */
export function checkPayslip(db: ReadDb, against: Against, bureau: BureauPayslip): BureauPayslipAnswer {
  const { name, engagementId, input, result } = oursOf(db, against);
  const rates = ratesOrRefuse(input.payday);
  const lastYear = ratesFor(addDays(plainDate(rates.from), -1));
  const otherRates = engagementId === null ? [] : otherRatesOf(db, engagementId);
  const check = checkBureauPayslip({ bureau, input, ours: result, rates, lastYear, otherRates });
  return {
    name,
    payday: input.payday,
    agrees: check.agrees,
    differing: check.differing,
    settings: check.settings.map((setting) => ({ ...setting })),
    lines: check.lines.map((line) => ({ ...line, reasons: line.reasons.map((reason) => ({ ...reason })) })),
  };
}

function oursOf(db: ReadDb, against: Against): Ours {
  switch (against.kind) {
    case "payslip": {
      const payslip = findPayslip(db, against.payslipId);
      const input = findPayslipInput(db, against.payslipId);
      const engagement = payslip && findEngagement(db, payslip.engagementId);
      if (!payslip || !input || !engagement) throw notFound("payslip");
      return { name: fullName(engagement.person), engagementId: engagement.id, input, result: payslip.result };
    }
    case "draft": {
      const run = nextRun(db);
      const person = run && workOutRun(db, run).people.find(({ engagement }) => engagement.id === against.engagementId);
      if (!person) throw notFound("payslip");
      if (!person.input || !person.result) throw notAllowed(`${person.name}’s pay cannot be worked out yet.`, person.problems.map(describeProblem));
      return { name: person.name, engagementId: person.engagement.id, input: person.input, result: person.result };
    }
    case "typed": {
      const input = typedPayslipInput(against.typed);
      const worked = calculatePayslip(input, ratesOrRefuse(input.payday));
      if (!worked.ok) throw notAllowed("This pay cannot be worked out.", worked.problems.map(describeProblem));
      return { name: input.employeeName, engagementId: against.engagementId, input, result: worked.value };
    }
  }
}

/** Every rate the person has had, by the name of the kind of time. */
function otherRatesOf(db: ReadDb, engagementId: string): OtherRate[] {
  const kinds = listKindsOfTime(db);
  return listPayRates(db, engagementId).flatMap(({ kindOfTimeId, ratePence, fromOn }) => {
    const kind = kinds.find(({ id }) => id === kindOfTimeId);
    return kind?.paidBy === "hour" ? [{ label: kind.name, ratePence, fromOn }] : [];
  });
}
