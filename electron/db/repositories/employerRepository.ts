import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { Employer, type EmployerDetails, EmploymentAllowanceClaim, InsurancePolicy } from "../../../shared/people/employer.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

/** The employer of today. Undefined until set-up has it. */
export function findEmployer(db: ReadDb): Employer | undefined {
  const row = db
    .prepare(
      `SELECT id, holder_person_id AS holderPersonId, paye_reference AS payeReference, accounts_office_reference AS accountsOfficeReference, filing_route AS filingRoute,
              pay_frequency AS payFrequency, first_period_from AS firstPeriodFrom, first_payday AS firstPayday, pays_hmrc_quarterly AS paysHmrcQuarterly,
              pension_scheme_name AS pensionSchemeName, pension_scheme_reference AS pensionSchemeReference, pension_tax_relief AS pensionTaxRelief,
              pension_staging_on AS pensionStagingOn, from_on AS fromOn, to_on AS toOn
         FROM employer WHERE to_on IS NULL ORDER BY from_on DESC, rowid DESC LIMIT 1`,
    )
    .get();
  return parseRow(Employer, row, ["paysHmrcQuarterly"]);
}

/** Whether Employment Allowance is claimed for a tax year ("2026-27"). */
export function isEmploymentAllowanceClaimed(db: ReadDb, taxYear: string): boolean {
  const row = db.prepare("SELECT claimed FROM employment_allowance_claim WHERE tax_year = ?").get(taxYear);
  return parseRow(z.object({ claimed: z.number() }), row)?.claimed === 1;
}

/** Every yearly answer about Employment Allowance, newest year first. */
export function listEmploymentAllowanceClaims(db: ReadDb): EmploymentAllowanceClaim[] {
  const rows = db
    .prepare("SELECT tax_year AS taxYear, claimed AS isClaimed, claimed_on AS claimedOn FROM employment_allowance_claim ORDER BY tax_year DESC")
    .all();
  return parseRows(EmploymentAllowanceClaim, rows, ["isClaimed"]);
}

/** Employers' liability insurance, oldest first. */
export function listInsurancePolicies(db: ReadDb): InsurancePolicy[] {
  const rows = db
    .prepare(
      "SELECT id, insurer, policy_number AS policyNumber, from_on AS fromOn, to_on AS toOn, premium_pence AS premiumPence FROM insurance_policy ORDER BY from_on, rowid",
    )
    .all();
  return parseRows(InsurancePolicy, rows);
}

const employerValues = (employer: EmployerDetails) => [
  employer.payeReference,
  employer.accountsOfficeReference,
  employer.filingRoute,
  employer.payFrequency,
  employer.firstPeriodFrom,
  employer.firstPayday,
  employer.paysHmrcQuarterly ? 1 : 0,
  employer.pensionSchemeName,
  employer.pensionSchemeReference,
  employer.pensionTaxRelief,
  employer.pensionStagingOn,
];

/** Adds the holder as employer from a day on. */
export function insertEmployer(db: WriteDb, id: string, holderPersonId: string, employer: EmployerDetails, fromOn: PlainDate): void {
  db.prepare(
    `INSERT INTO employer (id, holder_person_id, paye_reference, accounts_office_reference, filing_route, pay_frequency, first_period_from, first_payday, pays_hmrc_quarterly,
                           pension_scheme_name, pension_scheme_reference, pension_tax_relief, pension_staging_on, from_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, holderPersonId, ...employerValues(employer), fromOn);
}

/** Writes the employer's particulars anew. */
export function updateEmployer(db: WriteDb, id: string, employer: EmployerDetails): void {
  db.prepare(
    `UPDATE employer SET paye_reference = ?, accounts_office_reference = ?, filing_route = ?, pay_frequency = ?, first_period_from = ?, first_payday = ?, pays_hmrc_quarterly = ?,
            pension_scheme_name = ?, pension_scheme_reference = ?, pension_tax_relief = ?, pension_staging_on = ? WHERE id = ?`,
  ).run(...employerValues(employer), id);
}

/** Makes another person the employer's holder, before anybody was paid. */
export function updateEmployerHolder(db: WriteDb, id: string, holderPersonId: string): void {
  db.prepare("UPDATE employer SET holder_person_id = ? WHERE id = ?").run(holderPersonId, id);
}

/** The day chosen for pension re-enrolment; null before it is chosen. */
export function findPensionReenrolmentOn(db: ReadDb, id: string): PlainDate | null {
  const row = db.prepare("SELECT pension_reenrolment_on AS reenrolmentOn FROM employer WHERE id = ?").get(id);
  return z.object({ reenrolmentOn: PlainDate.nullable() }).parse(row).reenrolmentOn;
}

/** Keeps the day chosen for pension re-enrolment. */
export function updatePensionReenrolment(db: WriteDb, id: string, on: PlainDate | null): void {
  db.prepare("UPDATE employer SET pension_reenrolment_on = ? WHERE id = ?").run(on, id);
}

/** Keeps the answer about Employment Allowance for a tax year. */
export function upsertEmploymentAllowanceClaim(db: WriteDb, taxYear: string, isClaimed: boolean, on: PlainDate): void {
  db.prepare(
    "INSERT INTO employment_allowance_claim (tax_year, claimed, claimed_on) VALUES (?, ?, ?) ON CONFLICT (tax_year) DO UPDATE SET claimed = excluded.claimed, claimed_on = excluded.claimed_on",
  ).run(taxYear, isClaimed ? 1 : 0, on);
}

/** Adds an insurance policy. */
export function insertInsurancePolicy(db: WriteDb, policy: InsurancePolicy): void {
  db.prepare("INSERT INTO insurance_policy (id, insurer, policy_number, from_on, to_on, premium_pence) VALUES (?, ?, ?, ?, ?, ?)").run(
    policy.id,
    policy.insurer,
    policy.policyNumber,
    policy.fromOn,
    policy.toOn,
    policy.premiumPence,
  );
}
