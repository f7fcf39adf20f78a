import { formatMinutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiply, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, plainDate } from "../../core/plainDate.ts";
import { nonTaxableKinds } from "../payslip/payLineKinds.ts";
import type { PayLine } from "../types.ts";
import type { BureauBase, BureauVariant } from "./bureauVariant.ts";

/**
 * Ways in which a bureau's gross pay comes to another sum: a line left out or paid twice, other hours, another rate, rolled-up holiday pay added or left out,
 * mileage put into the taxed pay. Only those that give the bureau's sum exactly are of use, so hours and rates are worked back from it. Pence.
 */
export function grossVariants(base: BureauBase): BureauVariant[] {
  const { input, figures, bureau } = base;
  const theirs = bureau.figures.grossPay;
  if (theirs === undefined || theirs === null || theirs === figures.grossPay) return [];
  const taxed = input.payLines.filter(({ kind, amount }) => !nonTaxableKinds.includes(kind) && amount !== 0);
  const difference = pence(theirs - figures.grossPay);
  return [
    ...taxed.flatMap((line) => [withoutLine(line, base), twice(line, base)]),
    ...taxed.flatMap((line) => atOtherRates(line, base)),
    ...taxed.flatMap((line) => atAnotherRate(line, difference, base)),
    ...taxed.flatMap((line) => otherHours(line, difference, base)),
    ...holidayVariants(taxed, base),
    ...mileageVariants(base),
  ];
}

const gross = ({ figures }: BureauBase, change: number) => ({
  grossPay: pence(figures.grossPay + change),
  taxablePay: pence(figures.taxablePay + change),
});

function withoutLine(line: PayLine, base: BureauBase): BureauVariant {
  return {
    id: "lineLeftOut",
    lines: gross(base, -line.amount),
    text: `The bureau left out ${line.label}, ${formatPence(line.amount)}.`,
    wayOut: `Ask the bureau to pay ${formatPence(line.amount)} for ${line.label}.`,
  };
}

function twice(line: PayLine, base: BureauBase): BureauVariant {
  return {
    id: "lineTwice",
    lines: gross(base, line.amount),
    text: `The bureau paid ${line.label}, ${formatPence(line.amount)}, twice.`,
    wayOut: `Ask the bureau to take the second ${formatPence(line.amount)} back on the next payslip, and agree it with your assistant first.`,
  };
}

/** What a line comes to at a rate; undefined when the line is not paid by the hour. */
function atRate({ minutes: time, ratePence }: PayLine, rate: number): Pence | undefined {
  return time === null || time === 0 || ratePence === null ? undefined : multiplyRatio(pence(rate), time, 60, "nearest");
}

const isByHour = ({ kind, minutes: time, ratePence }: PayLine) =>
  ["hours", "timeAwake", "overtime", "holidayPay"].includes(kind) && time !== null && time > 0 && ratePence !== null;

function atOtherRates(line: PayLine, base: BureauBase): BureauVariant[] {
  if (!isByHour(line)) return [];
  const own = base.otherRates.filter(({ label }) => label === line.label);
  return (own.length > 0 ? own : base.otherRates).flatMap(({ ratePence, fromOn, label }) => {
    const amount = atRate(line, ratePence);
    if (amount === undefined || amount === line.amount) return [];
    const since = `${formatPence(pence(ratePence))} an hour, the rate for ${label} from ${formatDate(plainDate(fromOn))}`;
    return [
      {
        id: "oldRate",
        lines: gross(base, amount - line.amount),
        text: `The bureau paid ${line.label} at ${since}. You have ${formatPence(line.ratePence ?? pence(0))} an hour.`,
        wayOut: "Tell the bureau the rate that holds now, and from which day.",
      },
    ];
  });
}

/** A whole number of pence an hour that gives the bureau's sum, when there is one. */
function atAnotherRate(line: PayLine, difference: Pence, base: BureauBase): BureauVariant[] {
  if (!isByHour(line) || line.minutes === null) return [];
  const wanted = line.amount + difference;
  const rate = Math.round((wanted * 60) / line.minutes);
  if (wanted <= 0 || rate === line.ratePence || atRate(line, rate) !== wanted || line.minutes < 120) return [];
  return [
    {
      id: "anotherRate",
      lines: gross(base, difference),
      text: `${line.label}: ${formatMinutes(line.minutes)} at ${formatPence(pence(rate))} an hour gives the bureau’s sum. You have ${formatPence(line.ratePence ?? pence(0))} an hour.`,
      wayOut: "Check the rate in the contract, then tell the bureau which rate is right.",
    },
  ];
}

/** Quarter hours more or fewer that give the bureau's sum, when there are any. */
function otherHours(line: PayLine, difference: Pence, base: BureauBase): BureauVariant[] {
  if (!isByHour(line) || line.minutes === null || line.ratePence === null || line.ratePence === 0) return [];
  const quarters = Math.round((difference * 4) / line.ratePence);
  const time = line.minutes + quarters * 15;
  if (quarters === 0 || time <= 0) return [];
  if (multiplyRatio(line.ratePence, time, 60, "nearest") !== line.amount + difference) return [];
  const change = formatMinutes(minutes(Math.abs(quarters) * 15));
  return [
    {
      id: "otherHours",
      lines: gross(base, difference),
      text: `The bureau paid ${formatMinutes(minutes(time))} of ${line.label}. Your timesheets have ${formatMinutes(line.minutes)}, which is ${change} ${quarters < 0 ? "more" : "less"}.`,
      wayOut: "Send the bureau the confirmed timesheets of this pay period.",
    },
  ];
}

function holidayVariants(taxed: readonly PayLine[], base: BureauBase): BureauVariant[] {
  if (taxed.some(({ kind }) => kind === "rolledUpHolidayPay")) return [];
  const worked = taxed.filter(({ kind }) => ["hours", "timeAwake", "shift", "day", "overtime"].includes(kind));
  const pay = pence(worked.reduce((sum, { amount }) => sum + amount, 0));
  const rolledUp = multiply(pay, base.rates.holiday.irregularHoursAccrual, "nearest");
  if (rolledUp === 0) return [];
  return [
    {
      id: "rolledUpHolidayAdded",
      lines: gross(base, rolledUp),
      text: `The bureau added rolled-up holiday pay: 12.07% of ${formatPence(pay)} is ${formatPence(rolledUp)}.`,
      wayOut: "Check in the contract whether holiday pay is paid with the wages. Where it is not, holiday is paid when it is taken.",
    },
  ];
}

function mileageVariants(base: BureauBase): BureauVariant[] {
  const { nonTaxable } = base.figures;
  if (nonTaxable === 0) return [];
  return [
    {
      id: "mileageTaxed",
      lines: { ...gross(base, nonTaxable), nonTaxable: pence(0) },
      text: `The bureau put mileage and expenses of ${formatPence(nonTaxable)} into the taxed pay.`,
      wayOut: "Mileage up to HMRC’s rate and receipted expenses are free of tax and National Insurance. Ask the bureau to pay them apart.",
    },
  ];
}
