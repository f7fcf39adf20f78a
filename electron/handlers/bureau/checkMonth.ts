import type { BureauMonthAnswer } from "../../../shared/contract/bureauOperations.ts";
import { notFound } from "../../../shared/contract/errors.ts";
import { type BureauMonth, checkBureauMonth } from "../../../shared/payroll/bureau/checkBureauMonth.ts";
import { calculatePaymentRecord, paymentPeriodsOf } from "../../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { isEmploymentAllowanceClaimed } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { findEmployerTaxYear } from "../../db/repositories/hmrcFactsRepository.ts";
import { listAllPayslips } from "../../db/repositories/payRunRepository.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { ratesOfYear } from "../yearEnd/gatherEmployer.ts";

/** A bureau's P32 of the month or quarter that begins with a tax month, beside ours. */
export function checkMonth(db: ReadDb, taxYear: string, firstTaxMonth: number, bureau: BureauMonth): BureauMonthAnswer {
  const employer = employerOrFail(db);
  const rates = ratesOfYear(taxYear);
  const names = new Map(listEngagements(db).map(({ id, person }) => [id as string, fullName(person)]));
  const payslips = listAllPayslips(db)
    .filter((payslip) => payslip.taxYear === taxYear)
    .map(({ id, engagementId, result }) => ({ payslipId: id, engagementId, employeeName: names.get(engagementId) ?? "", result }));
  const record = calculatePaymentRecord({
    rates,
    claimsEmploymentAllowance: isEmploymentAllowanceClaimed(db, taxYear),
    isSmallEmployer: findEmployerTaxYear(db, taxYear)?.hasSmallEmployersRelief ?? false,
    payslips,
  });
  const found = paymentPeriodsOf(record, employer.paysHmrcQuarterly).find(({ period }) => period.firstTaxMonth === firstTaxMonth);
  if (!found) throw notFound("tax month");
  const check = checkBureauMonth({ bureau, months: found.months, payslips, rates: rates.statutoryParentalPay });
  return {
    taxYear,
    from: found.period.from,
    to: found.period.to,
    agrees: check.agrees,
    differing: check.differing,
    lines: check.lines.map((line) => ({ ...line, reasons: line.reasons.map((reason) => ({ ...reason })) })),
  };
}
