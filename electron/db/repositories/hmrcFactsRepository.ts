import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { AssistantHmrcFacts, EmployerHmrcFacts, EmployerTaxYear, HmrcInactivity, RunPersonFacts } from "../../../shared/people/hmrcFacts.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

/** What HMRC asks about the employer. */
export function findEmployerHmrcFacts(db: ReadDb, employerId: string): EmployerHmrcFacts {
  const row = db
    .prepare(
      `SELECT self_assessment_reference AS selfAssessmentReference, paper_filing_agreed_on AS paperFilingAgreedOn, scheme_ceased_on AS schemeCeasedOn,
              repayment_account_name AS repaymentAccountName, repayment_sort_code AS repaymentSortCode, repayment_account_number AS repaymentAccountNumber,
              repayment_building_society_reference AS repaymentBuildingSocietyReference FROM employer WHERE id = ?`,
    )
    .get(employerId);
  return EmployerHmrcFacts.parse(row);
}

/** Writes them anew. */
export function updateEmployerHmrcFacts(db: WriteDb, employerId: string, facts: EmployerHmrcFacts): void {
  db.prepare(
    `UPDATE employer SET self_assessment_reference = @selfAssessmentReference, paper_filing_agreed_on = @paperFilingAgreedOn, scheme_ceased_on = @schemeCeasedOn,
       repayment_account_name = @repaymentAccountName, repayment_sort_code = @repaymentSortCode, repayment_account_number = @repaymentAccountNumber,
       repayment_building_society_reference = @repaymentBuildingSocietyReference WHERE id = @employerId`,
  ).run({ ...facts, employerId });
}

const selectTaxYear =
  "SELECT tax_year AS taxYear, small_employers_relief AS hasSmallEmployersRelief, previous_class_1_pence AS previousClass1Pence FROM employer_tax_year";

/** What was said about each tax year, newest first. */
export function listEmployerTaxYears(db: ReadDb): EmployerTaxYear[] {
  return parseRows(EmployerTaxYear, db.prepare(`${selectTaxYear} ORDER BY tax_year DESC`).all(), ["hasSmallEmployersRelief"]);
}

/** What was said about one tax year ("2026-27"). */
export function findEmployerTaxYear(db: ReadDb, taxYear: string): EmployerTaxYear | undefined {
  return parseRow(EmployerTaxYear, db.prepare(`${selectTaxYear} WHERE tax_year = ?`).get(taxYear), ["hasSmallEmployersRelief"]);
}

/** Keeps the answer for a tax year. */
export function upsertEmployerTaxYear(db: WriteDb, { taxYear, hasSmallEmployersRelief, previousClass1Pence }: EmployerTaxYear, on: PlainDate): void {
  db.prepare(
    `INSERT INTO employer_tax_year (tax_year, small_employers_relief, previous_class_1_pence, decided_on) VALUES (?, ?, ?, ?)
     ON CONFLICT (tax_year) DO UPDATE SET small_employers_relief = excluded.small_employers_relief, previous_class_1_pence = excluded.previous_class_1_pence,
       decided_on = excluded.decided_on`,
  ).run(taxYear, hasSmallEmployersRelief ? 1 : 0, previousClass1Pence, on);
}

/** Months without pay that HMRC is told of, oldest first. */
export function listHmrcInactivity(db: ReadDb): HmrcInactivity[] {
  return parseRows(HmrcInactivity, db.prepare("SELECT id, from_on AS fromOn, to_on AS toOn FROM hmrc_inactivity ORDER BY from_on").all());
}

/** Adds months without pay. */
export function insertHmrcInactivity(db: WriteDb, { id, fromOn, toOn }: HmrcInactivity): void {
  db.prepare("INSERT INTO hmrc_inactivity (id, from_on, to_on) VALUES (?, ?, ?)").run(id, fromOn, toOn);
}

/** What HMRC asks about an assistant. */
export function findAssistantHmrcFacts(db: ReadDb, engagementId: string): AssistantHmrcFacts {
  const row = db
    .prepare(
      `SELECT p.title, p.middle_name AS middleName, e.passport_number AS passportNumber, e.starter_statement AS starterStatement, e.is_paid_irregularly AS isPaidIrregularly,
              e.workplace_postcode AS workplacePostcode FROM engagement e JOIN person p ON p.id = e.person_id WHERE e.id = ?`,
    )
    .get(engagementId);
  return AssistantHmrcFacts.parse(parseRow(z.unknown(), row, ["isPaidIrregularly"]));
}

/** Writes them anew. */
export function updateAssistantHmrcFacts(db: WriteDb, engagementId: string, { title, middleName, ...facts }: AssistantHmrcFacts): void {
  db.prepare("UPDATE person SET title = ?, middle_name = ? WHERE id = (SELECT person_id FROM engagement WHERE id = ?)").run(
    title,
    middleName,
    engagementId,
  );
  db.prepare(
    `UPDATE engagement SET passport_number = @passportNumber, starter_statement = @starterStatement, is_paid_irregularly = @isPaidIrregularly,
       workplace_postcode = @workplacePostcode WHERE id = @engagementId`,
  ).run({ ...facts, isPaidIrregularly: facts.isPaidIrregularly ? 1 : 0, engagementId });
}

/** The day a P45 was given; null before. */
export function findP45GivenOn(db: ReadDb, engagementId: string): PlainDate | null {
  const row = db.prepare("SELECT p45_given_on AS givenOn FROM engagement WHERE id = ?").get(engagementId);
  return z.object({ givenOn: PlainDate.nullable() }).parse(row).givenOn;
}

/** Keeps the day a P45 was given. */
export function markP45Given(db: WriteDb, engagementId: string, givenOn: PlainDate): void {
  db.prepare("UPDATE engagement SET p45_given_on = ? WHERE id = ?").run(givenOn, engagementId);
}

const runPersonBooleans = ["isChosen", "wasOnStrike", "hadUnpaidAbsence", "isToNonIndividual"];
const RunPersonRow = RunPersonFacts.extend({ engagementId: z.string() });
export type RunPerson = z.infer<typeof RunPersonRow>;

/** What was typed about people in a run; people without such facts are left out. */
export function listRunPeople(db: ReadDb, payRunId: string): RunPerson[] {
  const rows = db
    .prepare(
      `SELECT engagement_id AS engagementId, is_chosen AS isChosen, after_leaving AS afterLeaving, periods_covered AS periodsCovered, was_on_strike AS wasOnStrike,
              had_unpaid_absence AS hadUnpaidAbsence, is_to_non_individual AS isToNonIndividual, late_reason AS lateReason
         FROM pay_run_person WHERE pay_run_id = ? ORDER BY rowid`,
    )
    .all(payRunId);
  return parseRows(RunPersonRow, rows, runPersonBooleans);
}

/** Keeps what was typed about one person in a run. */
export function upsertRunPerson(db: WriteDb, payRunId: string, { engagementId, ...facts }: RunPerson): void {
  db.prepare(
    `INSERT INTO pay_run_person (pay_run_id, engagement_id, is_chosen, after_leaving, periods_covered, was_on_strike, had_unpaid_absence, is_to_non_individual, late_reason)
     VALUES (@payRunId, @engagementId, @isChosen, @afterLeaving, @periodsCovered, @wasOnStrike, @hadUnpaidAbsence, @isToNonIndividual, @lateReason)
     ON CONFLICT (pay_run_id, engagement_id) DO UPDATE SET is_chosen = excluded.is_chosen, after_leaving = excluded.after_leaving, periods_covered = excluded.periods_covered,
       was_on_strike = excluded.was_on_strike, had_unpaid_absence = excluded.had_unpaid_absence, is_to_non_individual = excluded.is_to_non_individual,
       late_reason = excluded.late_reason`,
  ).run({
    payRunId,
    engagementId,
    isChosen: facts.isChosen ? 1 : 0,
    afterLeaving: facts.afterLeaving,
    periodsCovered: facts.periodsCovered,
    wasOnStrike: facts.wasOnStrike ? 1 : 0,
    hadUnpaidAbsence: facts.hadUnpaidAbsence ? 1 : 0,
    isToNonIndividual: facts.isToNonIndividual ? 1 : 0,
    lateReason: facts.lateReason,
  });
}
