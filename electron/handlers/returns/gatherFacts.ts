import type { FactEngagement, FactPayslip, FactPlanLine, MinimumRateFor, ReturnFacts } from "../../../shared/audit/returnFacts.ts";
import type { BankMatch } from "../../../shared/bank/statement.ts";
import { weeklyPayment } from "../../../shared/budget/expectedReceipts.ts";
import { plannedSpending } from "../../../shared/budget/plannedSpending.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { basisPoints, type Pence, pence, sumPence } from "../../../shared/core/money.ts";
import { addDays, ageOn, type PlainDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBankAccount, listMatches, listStatementImports, listStatementLines } from "../../db/repositories/bankRepository.ts";
import { findBudget, listFunderShares, listFunders, listPaymentSchedules } from "../../db/repositories/budgetRepository.ts";
import { listInsurancePolicies } from "../../db/repositories/employerRepository.ts";
import { listEngagements, listHouseholdPermissions } from "../../db/repositories/engagementRepository.ts";
import { listEvidenceOfKind } from "../../db/repositories/evidenceRepository.ts";
import { findHousehold } from "../../db/repositories/householdRepository.ts";
import { sumPostings } from "../../db/repositories/ledgerRepository.ts";
import { hasLeaveRecord, listPaidShifts, listPayslipPapers } from "../../db/repositories/payslipPaperRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import { type AuditReturn, findSentReturnBefore } from "../../db/repositories/returnRepository.ts";
import { debtsOf, everythingOwed } from "./gatherDebts.ts";

/** Reads everything that a return's figures and checks are made from. @throws AppFailure when the household is not set up. */
export function gatherReturnFacts(db: ReadDb, today: PlainDate, entry: AuditReturn): ReturnFacts {
  const { periodFrom, periodTo, bankAccountId } = entry;
  const household = findHousehold(db);
  const budget = findBudget(db);
  const account = findBankAccount(db, bankAccountId);
  if (!household || !budget || !account)
    throw notAllowed("Set up your household, budget and bank account first", ["Go to set-up and answer what is missing."]);

  const schedules = listPaymentSchedules(db, budget.id);
  const matches = listMatches(db, { bankAccountId });
  const lines = listStatementLines(db, { bankAccountId, from: periodFrom, to: periodTo });
  const previous = findSentReturnBefore(db, bankAccountId, periodFrom);
  return {
    today,
    periodFrom,
    periodTo,
    template: entry.template,
    holderName: fullName(household.holder),
    budgetPersonName: fullName(household.budgetPerson),
    budgetReference: budget.reference,
    nextReviewOn: budget.nextReviewOn ?? budget.firstReviewOn,
    funders: fundersOf(db, budget.id, periodTo),
    schedules,
    weeklyPaymentPence: weeklyPayment(schedules, periodTo),
    account,
    previousReturn: previous?.sealed ? { periodTo: previous.periodTo, closingPence: previous.sealed.figures.closing.amount } : null,
    // Books opened in the period start with what was in the account then; that is no money in.
    ledgerOpeningPence: pence(
      sumPostings(db, { account: "bank", bankAccountId, to: addDays(periodFrom, -1) }) -
        sumPostings(db, { account: "openingBalance", bankAccountId, from: periodFrom, to: periodTo }),
    ),
    ledgerClosingPence: sumPostings(db, { account: "bank", bankAccountId, to: periodTo }),
    lines,
    lineBefore: listStatementLines(db, { bankAccountId, to: addDays(periodFrom, -1) }).at(-1) ?? null,
    lineAfter: listStatementLines(db, { bankAccountId, from: addDays(periodTo, 1) })[0] ?? null,
    imports: listStatementImports(db, bankAccountId),
    matches,
    planLines: planLinesOf(db, budget.id, periodFrom, periodTo),
    evidence: ["statementLine", "statementImport", "insurancePolicy"].flatMap((kind) => listEvidenceOfKind(db, kind)),
    engagements: engagementsOf(db, periodTo),
    payslips: payslipsOf(db, periodFrom, periodTo, matches),
    hmrcDebts: debtsOf(db, "hmrc"),
    pensionDebts: debtsOf(db, "pension"),
    owedAtEnd: everythingOwed(db, periodTo),
    earmarks: { accruedLeavePence: pence(0), redundancyPence: pence(0), savingPence: pence(0) },
    insurance: listInsurancePolicies(db).filter((policy) => policy.toOn >= periodFrom && policy.fromOn <= periodTo),
  };
}

function fundersOf(db: ReadDb, budgetId: string, on: PlainDate): ReturnFacts["funders"] {
  const shares = listFunderShares(db, budgetId, on);
  return listFunders(db)
    .map((funder) => ({ funder, share: shares.find((each) => each.funderId === funder.id) }))
    .filter(({ share }) => share !== undefined || shares.length === 0)
    .map(({ funder, share }) => ({
      id: funder.id,
      name: funder.name,
      shareBasisPoints: basisPoints(share?.shareBasisPoints ?? 10_000),
      takesResidualPenny: share?.takesResidualPenny ?? false,
    }));
}

function planLinesOf(db: ReadDb, budgetId: string, from: PlainDate, to: PlainDate): FactPlanLine[] {
  const versions = listPlanLineVersions(db, budgetId);
  const ids = [...new Set(versions.map((version) => version.id))];
  return ids.flatMap((id) => {
    const mine = versions.filter((version) => version.id === id);
    const newest = mine.at(-1);
    if (!newest) return [];
    const spentPence = sumPostings(db, { account: "spending", planLineId: id, from, to });
    const plannedPence = newest.kind === "contingency" ? null : plannedSpending(mine, from, to).amount;
    return [{ id, name: newest.name, category: newest.category, plannedPence, spentPence }];
  });
}

function engagementsOf(db: ReadDb, on: PlainDate): FactEngagement[] {
  return listEngagements(db).map((engagement) => ({
    id: engagement.id,
    personId: engagement.personId,
    name: fullName(engagement.person),
    startOn: engagement.startOn,
    endOn: engagement.endOn,
    livesWithPerson: engagement.livesWithPerson,
    writtenStatementOn: engagement.writtenStatementOn,
    hasLeaveRecord: hasLeaveRecord(db, engagement.id, on),
    hasRolledUpHoliday: engagement.holidayBasis === "rolledUp",
    permissions: listHouseholdPermissions(db, engagement.id),
  }));
}

function payslipsOf(db: ReadDb, paydayFrom: PlainDate, paydayTo: PlainDate, matches: readonly BankMatch[]): FactPayslip[] {
  return listPayslipPapers(db, { paydayFrom, paydayTo }).map((paper) => {
    const shifts = listPaidShifts(db, paper.payRunId, paper.engagementId).filter((shift) => shift.isWorkingTime);
    const wages = matches.filter((match) => match.kind === "wage" && match.payRunId === paper.payRunId && match.engagementId === paper.engagementId);
    return {
      payslipId: paper.payslipId,
      payRunId: paper.payRunId,
      engagementId: paper.engagementId,
      payday: paper.payday,
      result: paper.result,
      timesheetMinutes: shifts.length === 0 ? null : shifts.reduce((sum, shift) => sum + shift.workedMinutes, 0),
      paidPence: pence(-sumPence(wages.map((match) => match.amountPence))),
    };
  });
}

/** The least that may be paid an hour, by the person's age on the first day of the pay period and the rates of that day. */
export function minimumRates(db: ReadDb): MinimumRateFor {
  const birthdays = new Map(listEngagements(db).map((engagement) => [engagement.id, engagement.person.dateOfBirth]));
  return ({ engagementId, result }): Pence | null => {
    const rates = ratesFor(result.periodFrom)?.minimumWage;
    const born = birthdays.get(engagementId);
    if (!rates || !born) return null;
    const age = ageOn(born, result.periodFrom);
    return age >= 21 ? rates.aged21AndOver : age >= 18 ? rates.aged18To20 : rates.under18;
  };
}
