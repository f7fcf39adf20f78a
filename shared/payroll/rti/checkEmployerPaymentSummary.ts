import { decimalPounds, type Pence } from "../../core/money.ts";
import { addDays, addMonths, formatDate, type PlainDate, plainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { taxMonthOf } from "../incomeTax/taxPeriod.ts";
import { checkEmployerReferences } from "./checkEmployerReferences.ts";
import { checkFinalSubmission, unknownYear } from "./checkFullPaymentSubmission.ts";
import type { EmployerPaymentSummary, RepaymentAccount, TaxMonthsSpan } from "./employerPaymentSummary.ts";
import { ProblemList, type SubmissionProblem } from "./submissionProblem.ts";
import { type SubmissionSchema, submissionSchemaFor } from "./submissionSchemas.ts";

/**
 * Everything HMRC would refuse in an Employer Payment Summary sent on `today`, all at once; nothing when it is fine.
 * Source: HMRC, RTI technical specifications: schema and business rules; the codes are HMRC's.
 */
export function checkEmployerPaymentSummary(summary: EmployerPaymentSummary, today: PlainDate): SubmissionProblem[] {
  const schema = submissionSchemaFor(summary.taxYear);
  if (!schema) return [unknownYear(summary.taxYear)];
  const list = new ProblemList(null, "");
  if (summary.noPayment) checkNoPayment(summary.noPayment, schema, today, list);
  if (summary.inactivity) checkInactivity(summary.inactivity, today, list);
  if (summary.recovered) checkRecovered(summary.recovered, schema, today, list);
  if (summary.account) checkAccount(summary.account, list);
  const { noPayment, inactivity, employmentAllowance, recovered, account, finalSubmission } = summary;
  const isEmpty = [noPayment, inactivity, employmentAllowance, recovered, account, finalSubmission].every((part) => part === null);
  const rule = "An Employer Payment Summary tells of at least one thing.";
  list.unless(!isEmpty, "7913", "employerPaymentSummary", null, rule, "Choose what to tell HMRC, or send nothing.");
  return [...checkEmployerReferences(summary.employer), ...list.found, ...checkFinalSubmission(finalSubmission, schema, today)];
}

/** The first day of the tax month a date falls in. */
const taxMonthStart = (date: PlainDate): PlainDate => addMonths(plainDate(`${taxYearOf(date).slice(0, 4)}-04-06`), taxMonthOf(date) - 1);

const isWhole = ({ from, to }: TaxMonthsSpan) => from.endsWith("-06") && to.endsWith("-05");
const spanText = ({ from, to }: TaxMonthsSpan) => `${from} to ${to}`;
const wholeMonths = "Tax months run from the 6th of a month to the 5th of the next.";

function checkNoPayment(span: TaxMonthsSpan, schema: SubmissionSchema, today: PlainDate, list: ProblemList): void {
  const field = "noPayment";
  list.unless(isWhole(span), "schema", field, spanText(span), wholeMonths, "Choose whole tax months.");
  const year = `No-payment months of ${schema.taxYear} lie between ${formatDate(schema.from)} and ${formatDate(schema.to)}.`;
  list.unless(
    span.from >= schema.from && span.to <= schema.to,
    "schema",
    field,
    spanText(span),
    year,
    "Send the months of each tax year by themselves.",
  );
  list.unless(
    span.from <= today,
    "7910",
    field,
    span.from,
    `The months without pay begin on or before today, ${formatDate(today)}.`,
    "Use coming months without pay for later ones.",
  );
  list.unless(span.from < span.to, "7869", field, spanText(span), "The first day is before the last day.", "Correct the months.");
  const end = addDays(addMonths(taxMonthStart(today), 1), -1);
  list.unless(
    span.to <= end,
    "7911",
    field,
    span.to,
    `The months without pay end with this tax month, on ${formatDate(end)}.`,
    "Use coming months without pay for later ones.",
  );
}

function checkInactivity(span: TaxMonthsSpan, today: PlainDate, list: ProblemList): void {
  const field = "inactivity";
  list.unless(isWhole(span), "schema", field, spanText(span), wholeMonths, "Choose whole tax months.");
  list.unless(span.from < span.to, "7872", field, spanText(span), "The first day is before the last day.", "Correct the months.");
  const next = addMonths(taxMonthStart(today), 1);
  list.unless(
    span.from === next,
    "7873",
    field,
    span.from,
    `Coming months without pay begin with the next tax month, on ${formatDate(next)}.`,
    `Begin on ${formatDate(next)}.`,
  );
  list.unless(span.to > today, "7874", field, span.to, `Coming months without pay end after today, ${formatDate(today)}.`, "Correct the last day.");
  const latest = addMonths(span.from, 12);
  list.unless(
    span.to <= latest,
    "7871",
    field,
    spanText(span),
    "HMRC takes up to 12 coming months without pay.",
    "Tell 12 months now and the rest later.",
  );
}

/**
 * When HMRC takes the figures of a tax month: from the first day of the month before it until the 19th after it ends; for month 12 from 6 February with
 * no end. Source: rules 7918 to 7929.
 */
function recoveredWindow(taxMonth: number, schema: Pick<SubmissionSchema, "from">): { readonly from: PlainDate; readonly to: PlainDate | null } {
  const from = addMonths(schema.from, taxMonth - 2);
  return { from, to: taxMonth === 12 ? null : addDays(addMonths(schema.from, taxMonth), 13) };
}

function checkRecovered(
  recovered: NonNullable<EmployerPaymentSummary["recovered"]>,
  schema: SubmissionSchema,
  today: PlainDate,
  list: ProblemList,
): void {
  const { taxMonth, amounts } = recovered;
  const field = "recovered";
  if (taxMonth < 1 || taxMonth > 12) {
    list.add(
      "schema",
      `${field}.taxMonth`,
      taxMonth,
      "Tax months are 1 (April to May) to 12 (March to April).",
      "Choose the tax month the figures run to.",
    );
    return;
  }
  const { from, to } = recoveredWindow(taxMonth, schema);
  const code = String(7917 + taxMonth);
  const when = to === null ? `from ${formatDate(from)} on` : `from ${formatDate(from)} to ${formatDate(to)}`;
  const rule = `HMRC takes the figures of tax month ${taxMonth} ${when}.`;
  const isOpen = from <= today && (to === null || today <= to);
  list.unless(
    isOpen,
    code,
    `${field}.taxMonth`,
    taxMonth,
    rule,
    "Choose the tax month that runs now: figures are totals since 6 April, so nothing is lost.",
  );
  list.unless(
    amounts.length > 0,
    "7912",
    field,
    null,
    "At least one kind of statutory pay is named.",
    "Put in what was recovered, or leave this part out.",
  );
  list.unless(
    new Set(amounts.map(({ kind }) => kind)).size === amounts.length,
    "schema",
    field,
    null,
    "Each kind is named once.",
    "Add up the figures of one kind.",
  );
  const within = (amount: Pence, name: string) => {
    const limit = "HMRC's message holds £0.00 to £99,999,999.99 here.";
    list.unless(
      amount >= 0 && amount <= 99_999_999_99,
      "schema",
      `${field}.${name}`,
      decimalPounds(amount),
      limit,
      "Check the statutory pay of this tax year.",
    );
  };
  for (const { kind, recovered: amount, compensation } of amounts) {
    within(amount, kind);
    within(compensation, `${kind}Compensation`);
  }
}

function checkAccount({ holderName, accountNumber, sortCode, buildingSocietyReference }: RepaymentAccount, list: ProblemList): void {
  const isText = (text: string, longest: number) => text.length <= longest && /^[A-Za-z0-9&'()*,\-./][A-Za-z0-9 &'()*,\-./]*$/.test(text);
  const wayOut = "Copy it from a bank statement.";
  list.unless(
    isText(holderName, 28),
    "schema",
    "account.holderName",
    holderName,
    "The account holder's name is 1 to 28 letters, digits and simple signs.",
    wayOut,
  );
  list.unless(/^\d{8}$/.test(accountNumber), "schema", "account.accountNumber", accountNumber, "An account number is 8 digits.", wayOut);
  list.unless(/^\d{6}$/.test(sortCode), "schema", "account.sortCode", sortCode, "A sort code is 6 digits.", wayOut);
  if (buildingSocietyReference !== null) {
    const rule = "A building society reference is 1 to 18 letters, digits and simple signs.";
    list.unless(isText(buildingSocietyReference, 18), "schema", "account.buildingSocietyReference", buildingSocietyReference, rule, wayOut);
  }
}
