import { type DocumentModel, dateCell, emptyCell, hoursCell, textCell } from "../core/documentModel.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";

/** A worked shift as it stands on the paper: times as people in England read them. */
export interface TimesheetShift {
  readonly on: PlainDate;
  readonly start: string;
  readonly end: string;
  readonly breakMinutes: number;
  readonly workedMinutes: number;
  readonly kindOfTime: string;
  readonly planLine: string;
}

export interface TimesheetInput {
  readonly employeeName: string;
  readonly employerName: string;
  readonly payday: PlainDate;
  readonly shifts: readonly TimesheetShift[];
}

/** The confirmed time behind one payslip: each shift with start, end and breaks, kept for the minimum wage and the audit. */
export function buildTimesheetDocument({ employeeName, employerName, payday, shifts }: TimesheetInput): DocumentModel {
  const total = shifts.reduce((sum, shift) => sum + shift.workedMinutes, 0);
  return {
    title: "Timesheet",
    subtitle: [employeeName, `Paid ${formatDate(payday)}`],
    author: employerName,
    about: payday,
    sections: [
      {
        heading: "Time worked",
        blocks: [
          {
            kind: "table",
            caption: "Time worked",
            columns: [
              { heading: "Day", align: "start", share: 2 },
              { heading: "Start", align: "end" },
              { heading: "End", align: "end" },
              { heading: "Break, minutes", align: "end", share: 1.2 },
              { heading: "Hours", align: "end" },
              { heading: "Kind of time", align: "start", share: 2 },
              { heading: "Plan line", align: "start", share: 2 },
            ],
            rows: [
              ...shifts.map((shift) => ({
                cells: [
                  dateCell(shift.on),
                  textCell(shift.start),
                  textCell(shift.end),
                  { kind: "number" as const, value: shift.breakMinutes },
                  hoursCell(shift.workedMinutes),
                  textCell(shift.kindOfTime),
                  textCell(shift.planLine),
                ],
              })),
              { cells: [textCell("Total"), emptyCell, emptyCell, emptyCell, hoursCell(total), emptyCell, emptyCell], isTotal: true },
            ],
          },
          { kind: "paragraph", text: `Confirmed in the app by or for the employer, ${employerName}, before it was paid.` },
        ],
      },
    ],
    footer: `${employeeName}, paid ${formatDate(payday)}`,
  };
}
