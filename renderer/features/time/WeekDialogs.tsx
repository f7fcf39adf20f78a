import type { Week } from "../../../shared/contract/timeOperations.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { AbsenceDetails, AbsenceForm } from "./AbsenceForm.tsx";
import { CheckTimesheet } from "./CheckTimesheet.tsx";
import type { Opened } from "./opened.ts";
import { ReopenForm } from "./ReopenForm.tsx";
import { ShiftForm } from "./ShiftForm.tsx";
import { absenceWords, dayWords } from "./words.ts";

/** The window over the week, when one is open. */
export function WeekDialogs({ week, opened, onClose }: { readonly week: Week; readonly opened: Opened | undefined; readonly onClose: () => void }) {
  return (
    <Dialog title={opened ? titleOf(opened, week) : ""} isOpen={opened !== undefined} onClose={onClose} closeWords="Close without saving">
      {opened && <Content week={week} opened={opened} onDone={onClose} />}
    </Dialog>
  );
}

function Content({ week, opened, onDone }: { readonly week: Week; readonly opened: Opened; readonly onDone: () => void }) {
  switch (opened.what) {
    case "newShift":
    case "planned":
    case "worked":
      return <ShiftForm week={week} opened={opened} onDone={onDone} />;
    case "newAbsence":
      return <AbsenceForm week={week} onDone={onDone} />;
    case "absence":
      return <AbsenceDetails absence={opened.absence} name={opened.row.name} onDone={onDone} />;
    case "confirm":
      return <CheckTimesheet week={week} row={opened.row} timesheet={opened.timesheet} onDone={onDone} />;
    case "reopen":
      return <ReopenForm timesheet={opened.timesheet} name={opened.row.name} onDone={onDone} />;
  }
}

function titleOf(opened: Opened, week: Week): string {
  const weekWords = `week of ${formatDate(week.weekFrom)}`;
  switch (opened.what) {
    case "newShift":
      return `Add a shift for ${opened.row.name} on ${dayWords(opened.on)}`;
    case "planned":
      return `Planned shift of ${opened.row.name}, ${dayWords(opened.shift.onDate)}`;
    case "worked":
      return `Worked shift of ${opened.row.name}, ${dayWords(opened.shift.onDate)}`;
    case "newAbsence":
      return "Record an absence";
    case "absence":
      return `${absenceWords[opened.absence.kind]}: ${opened.row.name}`;
    case "confirm":
      return `Check the time of ${opened.row.name}, ${weekWords}`;
    case "reopen":
      return `Reopen the timesheet of ${opened.row.name}, ${weekWords}`;
  }
}
