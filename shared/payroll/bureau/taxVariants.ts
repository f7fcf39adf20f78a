import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculateIncomeTax, type IncomeTaxInput } from "../incomeTax/incomeTax.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { taxPeriodOf } from "../incomeTax/taxPeriod.ts";
import type { PayslipInput } from "../types.ts";
import type { BureauFigures } from "./bureauPayslip.ts";
import type { BureauBase, BureauVariant } from "./bureauVariant.ts";

/** What of the tax sum a variant changes. Pay and tax before this payslip are since 6 April, in pence. */
interface TaxChange {
  readonly code?: string;
  readonly isWeek1Month1?: boolean;
  readonly period?: IncomeTaxInput["period"];
  readonly payBefore?: Pence;
  readonly taxBefore?: Pence;
  readonly taxablePay?: Pence;
  readonly rates?: TaxYearRates;
}

/**
 * Ways in which a bureau's income tax comes to another sum: another code or basis, the tax week of the payday for pay of several weeks, the tables of a
 * month, another year so far, last year's rates. Pence. Source: payroll rules, sections 2 to 4.
 */
export function taxVariants(base: BureauBase): BureauVariant[] {
  const tax = (id: string, change: TaxChange, text: string, wayOut: string): BureauVariant[] => {
    const incomeTax = taxOf(base, change);
    if (incomeTax === undefined) return [];
    const lines = { incomeTax, ...(change.taxablePay === undefined ? {} : { taxablePay: change.taxablePay }) };
    return [{ id, lines, text, wayOut }];
  };
  return [...shownCode(base, tax), ...withoutP45(base, tax), ...codeVariants(base, tax), ...periodVariants(base, tax), ...yearVariants(base, tax)];
}

type MakeVariant = (id: string, change: TaxChange, text: string, wayOut: string) => BureauVariant[];

const codeAsk = ({ taxSetting: own }: PayslipInput) =>
  `Look at HMRC’s newest letter about the code. You have ${own.code}${own.isWeek1Month1 ? " on a week 1 or month 1 basis" : ""}.`;

/** The code that the bureau's payslip shows, when it is not ours. */
function shownCode({ input, bureau }: BureauBase, tax: MakeVariant): BureauVariant[] {
  const typed = bureau.taxCode ? parseTaxCode(bureau.taxCode) : undefined;
  const own = parseTaxCode(input.taxSetting.code);
  if (!typed?.ok || !own.ok) return [];
  const isAlone = input.taxSetting.isWeek1Month1 || own.value.isWeek1Month1;
  if (typed.value.text === own.value.text && typed.value.isWeek1Month1 === isAlone) return [];
  const { text: code, isWeek1Month1 } = typed.value;
  return tax("codeOnPayslip", { code, isWeek1Month1 }, `The bureau used tax code ${bureau.taxCode}, which is on its payslip.`, codeAsk(input));
}

function withoutP45({ input }: BureauBase, tax: MakeVariant): BureauVariant[] {
  const { previousTaxablePay, previousIncomeTax, taxablePay: payBefore, incomeTax: taxBefore } = input.yearToDate;
  if (previousTaxablePay === 0 && previousIncomeTax === 0) return [];
  const brought = `pay of ${formatPence(previousTaxablePay)} and tax of ${formatPence(previousIncomeTax)}`;
  return tax(
    "withoutP45",
    { payBefore, taxBefore },
    `The bureau did not count the P45 of the job before, with ${brought}.`,
    "Send the bureau the P45.",
  );
}

function codeVariants({ input, rates }: BureauBase, tax: MakeVariant): BureauVariant[] {
  const own = input.taxSetting;
  const ask = codeAsk(input);
  const { starterCodes } = rates.incomeTax;
  const region = /^[SC]/i.test(own.code) ? own.code.slice(1) : `S${own.code}`;
  return [
    own.isWeek1Month1
      ? tax(
          "cumulative",
          { isWeek1Month1: false },
          `The bureau used code ${own.code} on all pay since 6 April, not on a week 1 or month 1 basis.`,
          ask,
        )
      : tax(
          "week1",
          { isWeek1Month1: true },
          `The bureau used code ${own.code} on a week 1 or month 1 basis, so the earlier paydays of the tax year do not count.`,
          ask,
        ),
    tax(
      "emergencyCode",
      { code: starterCodes.statementB.code, isWeek1Month1: true },
      `The bureau used the emergency code ${starterCodes.statementB.code} on a week 1 or month 1 basis.`,
      ask,
    ),
    tax(
      "standardCode",
      { code: starterCodes.statementA.code, isWeek1Month1: false },
      `The bureau used the standard code ${starterCodes.statementA.code}.`,
      ask,
    ),
    tax("basicRate", { code: "BR", isWeek1Month1: false }, "The bureau used code BR, which takes 20% of everything.", ask),
    tax(
      "noAllowance",
      { code: "0T", isWeek1Month1: true },
      "The bureau used code 0T on a week 1 or month 1 basis, the code for somebody who gave no P45 or starter checklist.",
      ask,
    ),
    tax("noAllowanceCumulative", { code: "0T", isWeek1Month1: false }, "The bureau used code 0T, which leaves nothing free of tax.", ask),
    tax("otherCountry", { code: region }, `The bureau used code ${region}: the bands of another country of the United Kingdom.`, ask),
  ].flat();
}

function periodVariants({ input }: BureauBase, tax: MakeVariant): BureauVariant[] {
  const { payFrequency, payday } = input;
  const period = taxPeriodOf(payday, payFrequency);
  const found: BureauVariant[] = [];
  if (period.table === "weekly" && period.span > 1 && period.taxWeek !== period.number) {
    found.push(
      ...tax(
        "weekOfPayday",
        { period: { table: "weekly", number: period.taxWeek, span: period.span, isExtraPayday: false } },
        `The bureau used tax week ${period.taxWeek}, the week of the payday. Pay for ${period.span} weeks belongs to week ${period.number}.`,
        "Tell the bureau that HMRC’s rule for pay of several weeks uses the last week of each block, or wait: a code that counts all pay since 6 April puts it right later.",
      ),
    );
  }
  if (payFrequency === "fourWeekly") {
    found.push(
      ...tax(
        "taxedMonthly",
        { period: { table: "monthly", number: period.taxMonth, span: 1, isExtraPayday: false } },
        `The bureau worked the tax out for month ${period.taxMonth}, as if pay came once a month. It comes every four weeks.`,
        "Tell the bureau that pay is four-weekly.",
      ),
    );
  }
  return found;
}

function yearVariants({ input, figures, bureau, lastYear }: BureauBase, tax: MakeVariant): BureauVariant[] {
  const { yearToDate } = input;
  const found: BureauVariant[] = [];
  if (yearToDate.taxablePay + yearToDate.previousTaxablePay + yearToDate.incomeTax + yearToDate.previousIncomeTax !== 0) {
    found.push(
      ...tax(
        "yearLeftOut",
        { payBefore: pence(0), taxBefore: pence(0) },
        `The bureau counted nothing of the tax year before this payslip. You have pay of ${formatPence(pence(yearToDate.taxablePay + yearToDate.previousTaxablePay))}.`,
        "Send the bureau the last payslip of the tax year, or the P45.",
      ),
    );
  }
  const { taxablePay, incomeTax, taxablePayToDate, incomeTaxToDate } = bureau.figures;
  if (isGiven(incomeTax) && isGiven(taxablePayToDate) && isGiven(incomeTaxToDate)) {
    const payBefore = pence(taxablePayToDate - (taxablePay ?? figures.taxablePay));
    const taxBefore = pence(incomeTaxToDate - incomeTax);
    found.push(
      ...tax(
        "otherYearSoFar",
        { payBefore, taxBefore },
        `The bureau has another year so far: before this payslip pay of ${formatPence(payBefore)} and tax of ${formatPence(taxBefore)}. You have ${formatPence(pence(yearToDate.taxablePay + yearToDate.previousTaxablePay))} and ${formatPence(pence(yearToDate.incomeTax + yearToDate.previousIncomeTax))}.`,
        "Compare the payslip before this one with yours: the difference began there.",
      ),
    );
  }
  if (isGiven(taxablePay) && taxablePay !== figures.taxablePay) {
    const text = `The bureau taxed ${formatPence(taxablePay)}. By your figures ${formatPence(figures.taxablePay)} is taxable.`;
    found.push(...tax("otherTaxablePay", { taxablePay }, text, "See why the gross pay or the pension differs."));
  }
  found.push(...pensionBeforeTax(input.pension.taxTreatment === "netPay", figures, tax));
  if (lastYear) {
    found.push(
      ...tax(
        "lastYear",
        { rates: lastYear },
        `The bureau used the tax rates of ${lastYear.taxYear}.`,
        "Ask the bureau to put this tax year’s rates into its program.",
      ),
    );
  }
  return found;
}

/** The pension taken before tax where it should be taken after it, or the other way round. */
function pensionBeforeTax(isBefore: boolean, figures: BureauFigures, tax: MakeVariant): BureauVariant[] {
  if (figures.employeePension <= 0) return [];
  const pension = formatPence(figures.employeePension);
  const taxablePay = isBefore ? figures.grossPay : pence(figures.grossPay - figures.employeePension);
  const text = isBefore
    ? `The bureau took the pension of ${pension} after tax. Your scheme takes it before tax (a net pay arrangement).`
    : `The bureau took the pension of ${pension} before tax. Your scheme takes it after tax and claims the relief itself (relief at source).`;
  return tax("pensionTaxTreatment", { taxablePay }, text, "Ask the pension scheme how it gives tax relief, and tell the bureau.");
}

const isGiven = (amount: Pence | null | undefined): amount is Pence => amount !== null && amount !== undefined;

function taxOf({ input, rates, figures }: BureauBase, change: TaxChange): Pence | undefined {
  const { yearToDate } = input;
  const code = parseTaxCode(change.code ?? input.taxSetting.code);
  if (!code.ok) return undefined;
  const payInPeriod = change.taxablePay ?? figures.taxablePay;
  const payBefore = change.payBefore ?? pence(yearToDate.previousTaxablePay + yearToDate.taxablePay);
  const tax = calculateIncomeTax(
    {
      employeeName: input.employeeName,
      taxCode: code.value,
      isWeek1Month1: change.isWeek1Month1 ?? input.taxSetting.isWeek1Month1,
      period: change.period ?? taxPeriodOf(input.payday, input.payFrequency),
      payInPeriod,
      taxablePayToDate: pence(payBefore + payInPeriod),
      taxToDateBefore: change.taxBefore ?? pence(yearToDate.previousIncomeTax + yearToDate.incomeTax),
      earlierInPeriod: input.earlierInEarningsPeriod?.taxedAlone.find(({ taxCode }) => taxCode === code.value.text) ?? null,
    },
    change.rates ?? rates,
  );
  return tax.ok ? tax.value.amount : undefined;
}
