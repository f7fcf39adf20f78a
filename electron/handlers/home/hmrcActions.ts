import type { HomeAction } from "../../../shared/contract/homeOperations.ts";
import { addMonths, formatDate } from "../../../shared/core/plainDate.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import type { QueryContext } from "../handler.ts";
import { summaryAnswer } from "../hmrc/employerSummary.ts";
import { listPaydays } from "../hmrc/payday.ts";
import { gatherYear } from "../hmrc/yearFacts.ts";

/**
 * What is to be told to HMRC: finished paydays since the newest told one (of none told ever, only the newest), and the Employer Payment Summary of the tax
 * month that ended last. Nothing where somebody else tells HMRC.
 */
export function hmrcActions(context: QueryContext): HomeAction[] {
  const employer = findEmployer(context.db);
  if (!employer || employer.filingRoute === "bureau" || employer.filingRoute === "notRegistered") return [];
  const paydays = listPaydays(context.db);
  const newestTold = paydays.findIndex(({ toldOn }) => toldOn !== null);
  // Somebody who never marked a payday may not want to: one reminder, not one for every payday of the past.
  const untold = newestTold < 0 ? paydays.slice(0, 1) : paydays.slice(0, newestTold);
  const next = untold.at(-1);
  const toTell: HomeAction[] = next
    ? [
        {
          id: `tell ${next.payRunId}`,
          title: untold.length === 1 ? `Tell HMRC about the payday of ${formatDate(next.payday)}` : `Tell HMRC about ${untold.length} paydays`,
          detail: "The figures are ready, in the order HMRC asks for them. Mark the payday as sent when you have sent it.",
          button: "See what to tell HMRC",
          route: `/hmrc/payday/${next.payRunId}`,
          dueOn: next.tellBy,
          area: "pay",
        },
      ]
    : [];
  return [...toTell, ...summaryToSend(context, paydays.at(-1)?.taxYear)];
}

function summaryToSend({ db, today }: QueryContext, firstTaxYear: string | undefined): HomeAction[] {
  const period = hmrcPeriodOf(addMonths(today, -1), false);
  const { taxYear, lastTaxMonth: taxMonth } = period;
  if (firstTaxYear === undefined || taxYear < firstTaxYear) return [];
  const { isNeeded, toldOn, tellBy, reasons } = summaryAnswer(db, gatherYear(db, taxYear, today), taxMonth, today);
  if (!isNeeded || toldOn !== null) return [];
  return [
    {
      id: `summary ${taxYear} ${taxMonth}`,
      title: "Send HMRC the Employer Payment Summary",
      detail: reasons.map(({ text }) => text).join(" "),
      button: "See what to tick and type",
      route: `/hmrc/month/${taxYear}/${taxMonth}`,
      dueOn: tellBy,
      area: "pay",
    },
  ];
}
