import { buildTimesheetDocument } from "../../../shared/audit/timesheetDocument.ts";
import type { DocumentModel } from "../../../shared/core/documentModel.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { buildPayslipDocument } from "../../../shared/payroll/documents/payslipDocument.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBankDetails } from "../../db/repositories/payFactsRepository.ts";
import { findLeaveLeft, listPaidShifts, type PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";

/** The payslip's paper, with the bank account and holiday left as they stood on the payday. */
export function payslipModel(db: ReadDb, paper: PayslipPaper): DocumentModel {
  const leaveLeft = findLeaveLeft(db, paper.engagementId, paper.payday);
  return buildPayslipDocument(paper.result, {
    ...paper,
    bankAccountEnding: findBankDetails(db, paper.engagementId, paper.payday)?.accountNumber.slice(-4) ?? null,
    holidayLeft: leaveLeft === null ? null : minutes(leaveLeft),
  });
}

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hour12: false });

/** The confirmed shifts behind a payslip; times are shown as the clock in England stood. */
export function timesheetModel(db: ReadDb, paper: PayslipPaper): DocumentModel {
  return buildTimesheetDocument({
    employeeName: paper.employeeName,
    employerName: paper.employerName,
    payday: paper.payday,
    shifts: listPaidShifts(db, paper.payRunId, paper.engagementId).map((shift) => ({
      on: shift.onDate,
      start: clock.format(new Date(shift.startAt)),
      end: clock.format(new Date(shift.endAt)),
      breakMinutes: shift.breakMinutes,
      workedMinutes: shift.workedMinutes,
      kindOfTime: shift.kindOfTime,
      planLine: shift.planLine ?? "",
    })),
  });
}

/** "payslip Tom Ellery 2026-11-27.pdf". */
export const payslipFileName = (paper: PayslipPaper): string => `payslip ${paper.employeeName} ${paper.payday}.pdf`;
