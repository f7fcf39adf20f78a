import * as z from "zod";
import { MidYearFigures } from "../../../shared/contract/employmentArrangements.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import {
  BankDetails,
  KindOfTime,
  LoanNotice,
  NationalInsuranceSetting,
  OpeningFigures,
  PayRate,
  PensionMembership,
  TaxSetting,
} from "../../../shared/people/payFacts.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

const fact = "id, engagement_id AS engagementId, from_on AS fromOn";
/** The row in force on a day: the latest from_on up to it; of equal days the later row, which corrects the earlier. */
const asAt = "WHERE engagement_id = ? AND from_on <= ? ORDER BY from_on DESC, rowid DESC LIMIT 1";
const history = "WHERE engagement_id = ? ORDER BY from_on DESC, rowid DESC";

const selectTax = `SELECT ${fact}, tax_code AS taxCode, is_non_cumulative AS isWeek1Month1, source FROM tax_setting`;
const selectNationalInsurance = `SELECT ${fact}, category FROM national_insurance_setting`;
const selectLoans = `SELECT ${fact}, kind, to_on AS toOn FROM loan_notice`;
const selectPension = `SELECT ${fact}, status, employee_basis_points AS employeeBasisPoints, employer_basis_points AS employerBasisPoints, earnings_basis AS earningsBasis, postponed_until AS postponedUntil FROM pension_membership`;
const selectBank = `SELECT ${fact}, account_name AS accountName, sort_code AS sortCode, account_number AS accountNumber, checked_on AS checkedOn, checked_how AS checkedHow FROM bank_details`;
const selectRates = `SELECT ${fact}, kind_of_time_id AS kindOfTimeId, rate_pence AS ratePence FROM pay_rate`;

const selectOpening =
  "SELECT id, engagement_id AS engagementId, tax_year AS taxYear, source, taxable_pay_pence AS taxablePayPence, tax_pence AS taxPence FROM opening_figures";

/** The tax code in use on a day. */
export function findTaxSetting(db: ReadDb, engagementId: string, on: PlainDate): TaxSetting | undefined {
  return parseRow(TaxSetting, db.prepare(`${selectTax} ${asAt}`).get(engagementId, on), ["isWeek1Month1"]);
}

/** The National Insurance letter in use on a day. */
export function findNationalInsuranceSetting(db: ReadDb, engagementId: string, on: PlainDate): NationalInsuranceSetting | undefined {
  return parseRow(NationalInsuranceSetting, db.prepare(`${selectNationalInsurance} ${asAt}`).get(engagementId, on));
}

/** Loan notices in force on a day, oldest first. */
export function listLoanNotices(db: ReadDb, engagementId: string, on: PlainDate): LoanNotice[] {
  const rows = db
    .prepare(`${selectLoans} WHERE engagement_id = ? AND from_on <= ? AND (to_on IS NULL OR to_on >= ?) ORDER BY from_on, rowid`)
    .all(engagementId, on, on);
  return parseRows(LoanNotice, rows);
}

/** One loan notice by id. */
export function findLoanNotice(db: ReadDb, id: string): LoanNotice | undefined {
  return parseRow(LoanNotice, db.prepare(`${selectLoans} WHERE id = ?`).get(id));
}

/** One set of bank details by id. */
export function findBankDetailsById(db: ReadDb, id: string): BankDetails | undefined {
  return parseRow(BankDetails, db.prepare(`${selectBank} WHERE id = ?`).get(id));
}

/** The place in the workplace pension on a day. Undefined when nothing was ever recorded. */
export function findPensionMembership(db: ReadDb, engagementId: string, on: PlainDate): PensionMembership | undefined {
  return parseRow(PensionMembership, db.prepare(`${selectPension} ${asAt}`).get(engagementId, on));
}

/** Where wages go on a day. */
export function findBankDetails(db: ReadDb, engagementId: string, on: PlainDate): BankDetails | undefined {
  return parseRow(BankDetails, db.prepare(`${selectBank} ${asAt}`).get(engagementId, on));
}

/** Every pay rate of an engagement, newest first; of two of one kind and day the later correction comes first. */
export function listPayRates(db: ReadDb, engagementId: string): PayRate[] {
  return parseRows(PayRate, db.prepare(`${selectRates} ${history}`).all(engagementId));
}

/** The rate for one kind of time on a day, pence per hour, shift, day or mile. Undefined when none was agreed. */
export function findPayRate(db: ReadDb, engagementId: string, kindOfTimeId: string, on: PlainDate): PayRate | undefined {
  return listPayRates(db, engagementId).find((rate) => rate.kindOfTimeId === kindOfTimeId && rate.fromOn <= on);
}

/** Pay and tax brought into a tax year ("2026-27"): a P45's and a mid-year start's. */
export function findOpeningFigures(db: ReadDb, engagementId: string, taxYear: string): OpeningFigures[] {
  return parseRows(
    OpeningFigures,
    db.prepare(`${selectOpening} WHERE engagement_id = ? AND tax_year = ? ORDER BY source`).all(engagementId, taxYear),
  );
}

/** All totals of a tax year from before the first payslip here, beyond pay and tax. Undefined when nobody typed them. */
export function findMidYearFigures(db: ReadDb, engagementId: string, taxYear: string): MidYearFigures | undefined {
  const row = db
    .prepare("SELECT year_to_date_json AS json FROM opening_figures WHERE engagement_id = ? AND tax_year = ? AND source = 'midYearStart'")
    .get(engagementId, taxYear);
  const json = row === undefined ? null : z.object({ json: z.string().nullable() }).parse(row).json;
  return json === null ? undefined : MidYearFigures.parse(JSON.parse(json));
}

/** Every kind of time of the household, in its order. */
export function listKindsOfTime(db: ReadDb): KindOfTime[] {
  const rows = db
    .prepare(
      `SELECT id, name, paid_by AS paidBy, minimum_wage_counts AS minimumWageCounts, is_working_time AS isWorkingTime, position, default_plan_line_id AS defaultPlanLineId
         FROM kind_of_time ORDER BY position, rowid`,
    )
    .all();
  return parseRows(KindOfTime, rows, ["isWorkingTime"]);
}

/** Every dated fact of one engagement, newest first, for the person's page. */
export function listPayFacts(db: ReadDb, engagementId: string) {
  return {
    payRates: listPayRates(db, engagementId),
    taxSettings: parseRows(TaxSetting, db.prepare(`${selectTax} ${history}`).all(engagementId), ["isWeek1Month1"]),
    nationalInsuranceSettings: parseRows(NationalInsuranceSetting, db.prepare(`${selectNationalInsurance} ${history}`).all(engagementId)),
    loanNotices: parseRows(LoanNotice, db.prepare(`${selectLoans} ${history}`).all(engagementId)),
    pensionMemberships: parseRows(PensionMembership, db.prepare(`${selectPension} ${history}`).all(engagementId)),
    bankDetails: parseRows(BankDetails, db.prepare(`${selectBank} ${history}`).all(engagementId)),
    openingFigures: parseRows(OpeningFigures, db.prepare(`${selectOpening} WHERE engagement_id = ? ORDER BY tax_year DESC`).all(engagementId)),
  };
}

/** Adds a kind of time. */
export function insertKindOfTime(db: WriteDb, kind: KindOfTime): void {
  db.prepare(
    "INSERT INTO kind_of_time (id, name, paid_by, minimum_wage_counts, is_working_time, position, default_plan_line_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(kind.id, kind.name, kind.paidBy, kind.minimumWageCounts, kind.isWorkingTime ? 1 : 0, kind.position, kind.defaultPlanLineId);
}

/** Writes a kind of time anew. */
export function updateKindOfTime(db: WriteDb, kind: KindOfTime): void {
  db.prepare(
    "UPDATE kind_of_time SET name = ?, paid_by = ?, minimum_wage_counts = ?, is_working_time = ?, default_plan_line_id = ? WHERE id = ?",
  ).run(kind.name, kind.paidBy, kind.minimumWageCounts, kind.isWorkingTime ? 1 : 0, kind.defaultPlanLineId, kind.id);
}

/** Whether a shift or a rate already rests on this kind of time. */
export function isKindOfTimeUsed(db: ReadDb, id: string): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM pay_rate WHERE kind_of_time_id = @id UNION ALL SELECT 1 FROM worked_shift WHERE kind_of_time_id = @id
        UNION ALL SELECT 1 FROM planned_shift WHERE kind_of_time_id = @id LIMIT 1`,
    )
    .get({ id });
  return row !== undefined;
}

const FinishedPay = z.object({ payday: PlainDate.nullable(), paidDay: PlainDate.nullable() });

/** Payday of the newest finished payslip, and the last day any finished payslip paid for. Undefined when nobody was paid. */
export function findLastFinishedPay(db: ReadDb, engagementId: string | null = null): { payday: PlainDate; paidDay: PlainDate } | undefined {
  const row = db
    .prepare(
      `SELECT MAX(r.payday) AS payday, MAX(r.period_to) AS paidDay FROM payslip s JOIN pay_run r ON r.id = s.pay_run_id
        WHERE r.state = 'finished' AND NOT EXISTS (SELECT 1 FROM pay_run_withdrawal w WHERE w.pay_run_id = r.id) AND (@engagementId IS NULL OR s.engagement_id = @engagementId)`,
    )
    .get({ engagementId });
  const { payday, paidDay } = FinishedPay.parse(row);
  return payday && paidDay ? { payday, paidDay } : undefined;
}
