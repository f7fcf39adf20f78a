import { decimalPounds, pence } from "../../core/money.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import { calculateIncomeTax } from "../incomeTax/incomeTax.ts";
import { parseTaxCode } from "../incomeTax/taxCode.ts";
import { taxTablePeriod } from "../incomeTax/taxPeriod.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { calculatePension } from "../pension/pension.ts";
import { problem } from "../problems.ts";
import { NationalInsuranceCategory } from "../types.ts";
import { RowError, readBasisPoints, readOneOf, readPay, readPayFrequency, readPayOr, readTaxYear, readWholeNumber } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

const schemes = ["", "none", "salary sacrifice", "relief at source", "net pay"] as const;

/** A whole payslip of the first payday of the year. Under salary sacrifice the employer pays the employee's share and pay is lower by it. */
export const payslipFigures: FigureTopic = {
  name: "payslip",
  inputs: ["basicPay", "taxCode"],
  outputs: [
    "expectedGross",
    "expectedTaxablePay",
    "expectedTax",
    "expectedEmployeeNi",
    "expectedEmployerNi",
    "expectedEmployeePensionDeducted",
    "expectedEmployerPension",
    "expectedNet",
  ],
  work: (row) => {
    const rates = readTaxYear(row, ratesForTaxYear);
    const payFrequency = readPayFrequency(row);
    const period = readWholeNumber(row, "period", 1, payFrequency === "monthly" ? 12 : 56);
    if (period !== 1)
      throw new RowError([problem("period", String(period), "period: only the first period can be worked out without the year so far.", "Use 1.")]);
    const taxCode = parseTaxCode(row.taxCode ?? "");
    if (!taxCode.ok) throw new RowError(taxCode.problems);
    const category = readOneOf(row, "niCategory", NationalInsuranceCategory.options);
    const scheme = readOneOf(row, "pensionScheme", schemes);
    const hasPension = scheme !== "" && scheme !== "none";

    const before = pence(Math.max(0, readPay(row, "basicPay") - readPayOr(row, "absenceDeduction", 0) + readPayOr(row, "statutoryPay", 0)));
    const pension = calculatePension(
      {
        earnings: hasPension ? before : pence(0),
        payFrequency,
        taxTreatment: scheme === "relief at source" ? "reliefAtSource" : "netPay",
        earningsBasis: "qualifyingEarnings",
        employeeRate: readBasisPoints(row, "employeePensionPct", 100),
        employerRate: readBasisPoints(row, "employerPensionPct", 100),
      },
      rates,
    );
    const sacrificed = scheme === "salary sacrifice" ? pension.employee.amount : pence(0);
    const deducted = pence(pension.employee.amount - sacrificed);
    const gross = pence(before - sacrificed);
    const taxable = pence(gross - (scheme === "net pay" ? deducted : 0) + readPayOr(row, "payrolledBenefits", 0));
    const tax = calculateIncomeTax(
      {
        employeeName: "The employee",
        taxCode: taxCode.value,
        isWeek1Month1: false,
        period: taxTablePeriod(payFrequency, period),
        payInPeriod: taxable,
        taxablePayToDate: taxable,
        taxToDateBefore: pence(0),
      },
      rates,
    );
    if (!tax.ok) throw new RowError(tax.problems);
    const insurance = calculateNationalInsurance({ earnings: gross, category, payFrequency }, rates);
    return {
      expectedGross: decimalPounds(gross),
      expectedTaxablePay: decimalPounds(taxable),
      expectedTax: decimalPounds(tax.value.amount),
      expectedEmployeeNi: decimalPounds(insurance.employee.amount),
      expectedEmployerNi: decimalPounds(insurance.employer.amount),
      expectedEmployeePensionDeducted: decimalPounds(deducted),
      expectedEmployerPension: decimalPounds(pence(pension.employer.amount + sacrificed)),
      expectedNet: decimalPounds(pence(gross - tax.value.amount - insurance.employee.amount - deducted)),
    };
  },
};
