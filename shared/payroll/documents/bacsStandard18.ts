import { type Pence, sumPence } from "../../core/money.ts";
import { addDays, daysBetween, formatDate, type PlainDate, plainDate } from "../../core/plainDate.ts";
import { isWorkingDay, workingDayOnOrBefore } from "../../rates/bankHolidays.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";

/** One wage to pay by bank. */
export interface BankPayment {
  readonly payeeName: string;
  /** Six digits, with or without hyphens or spaces. */
  readonly sortCode: string;
  /** Eight digits. */
  readonly accountNumber: string;
  readonly amount: Pence;
  readonly reference: string;
}

export interface BankFileInput {
  /** The Bacs service user number, six digits, from the bank. */
  readonly serviceUserNumber: string;
  readonly payFrom: { readonly accountName: string; readonly sortCode: string; readonly accountNumber: string };
  readonly createdOn: PlainDate;
  /** The day the money reaches the payees. Bacs' own processing day is the working day before it. */
  readonly payday: PlainDate;
  /** Tells two files of one day apart: 1 to 999999. */
  readonly serial: number;
  readonly payments: readonly BankPayment[];
}

const digitsOf = (text: string) => text.replace(/[\s-]/g, "");
/** Bacs takes capital letters, digits and . & / - and spaces; letters lose their accents, everything else becomes a space. */
const bacsText = (text: string, length: number) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, "L")
    .replace(/['’]/g, "")
    .toUpperCase()
    .replace(/[^A-Z0-9.&/ -]/g, " ")
    .slice(0, length)
    .padEnd(length);
const spaces = (count: number) => " ".repeat(count);
const number = (value: number, length: number) => String(value).padStart(length, "0");

/** The second of Bacs' three days: the file goes in before it, the money arrives on the working day after it. */
const processingDayOf = (payday: PlainDate): PlainDate => workingDayOnOrBefore(addDays(payday, -1));

/** " 26149": a space, the year and the day of the year. */
function bacsDate(date: PlainDate): string {
  return ` ${date.slice(2, 4)}${number(daysBetween(plainDate(`${date.slice(0, 4)}-01-01`), date) + 1, 3)}`;
}

/**
 * A Bacs Standard 18 file of one processing day: header labels (80 characters), a credit (99) for each wage, the contra (17) that takes the sum from the employer's
 * account (100 characters each), and trailer labels with the totals. Lines end with carriage return and line feed. Refuses numbers of the wrong length, amounts of
 * nothing and sums Bacs cannot hold. Source: Bacs, Standard 18 interchange standards; HSBC, Message implementation guide: Bacs Standard 18.
 */
export function writeBacsStandard18(input: BankFileInput): Verdict<string> {
  const problems = problemsOf(input);
  if (problems.length > 0) return refused(...problems);
  const { payFrom, payments } = input;
  const total = sumPence(payments.map(({ amount }) => amount));
  const origin = `${digitsOf(payFrom.sortCode)}${digitsOf(payFrom.accountNumber)}`;
  const credits = payments.map(
    (each) =>
      `${digitsOf(each.sortCode)}${digitsOf(each.accountNumber)}099${origin}${spaces(4)}${number(each.amount, 11)}${bacsText(payFrom.accountName, 18)}${bacsText(each.reference, 18)}${bacsText(each.payeeName, 18)}`,
  );
  const contra = `${origin}017${origin}${spaces(4)}${number(total, 11)}${bacsText("WAGES", 18)}${bacsText("CONTRA", 18)}${bacsText(payFrom.accountName, 18)}`;
  const lines = [...headers(input), ...credits, contra, ...trailers(input, total)];
  return accepted(lines.map((line) => `${line}\r\n`).join(""));
}

function fileLabels(label: "HDR" | "EOF", { serviceUserNumber, serial, createdOn, payday }: BankFileInput): string[] {
  const set = number(serial, 6);
  return [
    `${label}1A${serviceUserNumber}S${spaces(2)}1${serviceUserNumber}${set}00010001${spaces(6)}${bacsDate(createdOn)}${bacsDate(payday)} 000000${spaces(20)}`,
    `${label}2F0200000100${spaces(35)}00${spaces(28)}`,
  ];
}

const headers = (input: BankFileInput): string[] => [
  `VOL1${number(input.serial, 6)}${spaces(31)}${input.serviceUserNumber}${spaces(32)}1`,
  ...fileLabels("HDR", input),
  `UHL1${bacsDate(processingDayOf(input.payday))}999999${spaces(4)}000000001 DAILY  ${number(input.serial % 1000, 3)}${spaces(40)}`,
];

const trailers = (input: BankFileInput, total: Pence): string[] => [
  ...fileLabels("EOF", input),
  `UTL1${number(total, 13)}${number(total, 13)}${number(1, 7)}${number(input.payments.length, 7)}${spaces(36)}`,
];

/** The most pence that eleven digits hold. */
const mostPence = 99_999_999_999;

function problemsOf({ serviceUserNumber, payFrom, payments, serial, createdOn, payday }: BankFileInput): PayProblem[] {
  const problems: PayProblem[] = [];
  const check = (isRight: boolean, field: string, value: string | number, rule: string, wayOut: string) => {
    if (!isRight) problems.push(problem(field, value, rule, wayOut));
  };
  const useCsv = "Ask your bank for it, or use the CSV file instead.";
  check(/^\d{6}$/.test(serviceUserNumber), "serviceUserNumber", serviceUserNumber, "A Bacs service user number has six digits.", useCsv);
  check(/^\d{6}$/.test(digitsOf(payFrom.sortCode)), "payFrom.sortCode", payFrom.sortCode, "A sort code has six digits.", "Look on your bank card.");
  check(
    /^\d{8}$/.test(digitsOf(payFrom.accountNumber)),
    "payFrom.accountNumber",
    payFrom.accountNumber,
    "An account number has eight digits.",
    "Look on your bank card.",
  );
  check(
    Number.isInteger(serial) && serial >= 1 && serial <= 999_999,
    "serial",
    serial,
    "The number of the file is from 1 to 999999.",
    "Start again at 1.",
  );
  check(isWorkingDay(payday), "payday", payday, "Bacs pays on working days only.", "Choose the working day before.");
  const lastDay = workingDayOnOrBefore(addDays(processingDayOf(payday), -1));
  check(
    createdOn <= lastDay,
    "createdOn",
    createdOn,
    `Bacs takes three working days: the file for this payday must go in by ${formatDate(lastDay)}.`,
    "Pay by your bank's app instead.",
  );
  check(payments.length > 0, "payments", "", "There is nobody to pay in this file.", "Finish the pay run first.");
  for (const [index, each] of payments.entries()) {
    const field = `payments.${index}`;
    check(/^\d{6}$/.test(digitsOf(each.sortCode)), `${field}.sortCode`, each.sortCode, "A sort code has six digits.", `Ask ${each.payeeName}.`);
    check(
      /^\d{8}$/.test(digitsOf(each.accountNumber)),
      `${field}.accountNumber`,
      each.accountNumber,
      "An account number has eight digits.",
      `Ask ${each.payeeName}.`,
    );
    check(
      each.amount > 0 && each.amount <= mostPence,
      `${field}.amount`,
      each.amount,
      "A bank payment is above nothing.",
      "Leave this person out of the file.",
    );
  }
  check(sumPence(payments.map(({ amount }) => amount)) <= mostPence, "payments", "", "The sum is more than one file can hold.", "Make two files.");
  return problems;
}
