import type { MidYearFigures } from "../../../shared/contract/employmentArrangements.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type {
  BankDetails,
  LoanNotice,
  NationalInsuranceSetting,
  OpeningFigures,
  PayRate,
  PensionMembership,
  TaxSetting,
} from "../../../shared/people/payFacts.ts";
import type { WriteDb } from "../database.ts";

/** Adds a rate of pay from a day on. */
export function insertPayRate(db: WriteDb, rate: PayRate): void {
  db.prepare("INSERT INTO pay_rate (id, engagement_id, kind_of_time_id, from_on, rate_pence) VALUES (?, ?, ?, ?, ?)").run(
    rate.id,
    rate.engagementId,
    rate.kindOfTimeId,
    rate.fromOn,
    rate.ratePence,
  );
}

/** Adds a tax code from a day on. */
export function insertTaxSetting(db: WriteDb, setting: TaxSetting): void {
  db.prepare("INSERT INTO tax_setting (id, engagement_id, from_on, tax_code, is_non_cumulative, source) VALUES (?, ?, ?, ?, ?, ?)").run(
    setting.id,
    setting.engagementId,
    setting.fromOn,
    setting.taxCode,
    setting.isWeek1Month1 ? 1 : 0,
    setting.source,
  );
}

/** Adds a National Insurance letter from a day on. */
export function insertNationalInsuranceSetting(db: WriteDb, setting: NationalInsuranceSetting): void {
  db.prepare("INSERT INTO national_insurance_setting (id, engagement_id, from_on, category) VALUES (?, ?, ?, ?)").run(
    setting.id,
    setting.engagementId,
    setting.fromOn,
    setting.category,
  );
}

/** Adds a loan notice. */
export function insertLoanNotice(db: WriteDb, notice: LoanNotice): void {
  db.prepare("INSERT INTO loan_notice (id, engagement_id, kind, from_on, to_on) VALUES (?, ?, ?, ?, ?)").run(
    notice.id,
    notice.engagementId,
    notice.kind,
    notice.fromOn,
    notice.toOn,
  );
}

/** Ends a loan notice after a day. */
export function markLoanNoticeStopped(db: WriteDb, id: string, toOn: PlainDate): void {
  db.prepare("UPDATE loan_notice SET to_on = ? WHERE id = ?").run(toOn, id);
}

/** Adds a place in the workplace pension from a day on. */
export function insertPensionMembership(db: WriteDb, membership: PensionMembership): void {
  db.prepare(
    "INSERT INTO pension_membership (id, engagement_id, from_on, status, employee_basis_points, employer_basis_points, earnings_basis, postponed_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    membership.id,
    membership.engagementId,
    membership.fromOn,
    membership.status,
    membership.employeeBasisPoints,
    membership.employerBasisPoints,
    membership.earningsBasis,
    membership.postponedUntil,
  );
}

/** Adds bank details from a day on. */
export function insertBankDetails(db: WriteDb, details: BankDetails): void {
  db.prepare(
    "INSERT INTO bank_details (id, engagement_id, from_on, account_name, sort_code, account_number, checked_on, checked_how) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    details.id,
    details.engagementId,
    details.fromOn,
    details.accountName,
    details.sortCode,
    details.accountNumber,
    details.checkedOn,
    details.checkedHow,
  );
}

/** Notes the second look at changed bank details. */
export function markBankDetailsChecked(db: WriteDb, id: string, checkedOn: PlainDate, checkedHow: string): void {
  db.prepare("UPDATE bank_details SET checked_on = ?, checked_how = ? WHERE id = ?").run(checkedOn, checkedHow, id);
}

/** Adds pay and tax from before the first payslip here. */
export function insertOpeningFigures(db: WriteDb, figures: OpeningFigures): void {
  db.prepare("INSERT INTO opening_figures (id, engagement_id, tax_year, source, taxable_pay_pence, tax_pence) VALUES (?, ?, ?, ?, ?, ?)").run(
    figures.id,
    figures.engagementId,
    figures.taxYear,
    figures.source,
    figures.taxablePayPence,
    figures.taxPence,
  );
}

/** Keeps the year's totals from before the first payslip here beside the pay and tax of the mid-year start; answers whether there is such a start. */
export function updateMidYearFigures(db: WriteDb, engagementId: string, taxYear: string, figures: MidYearFigures): boolean {
  const { changes } = db
    .prepare("UPDATE opening_figures SET year_to_date_json = ? WHERE engagement_id = ? AND tax_year = ? AND source = 'midYearStart'")
    .run(JSON.stringify(figures), engagementId, taxYear);
  return changes > 0;
}
