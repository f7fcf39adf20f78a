import { Plus } from "lucide-react";
import { useId } from "react";
import type { ShownPlannedShift, ShownWorkedShift, Week, WeekRow } from "../../../shared/contract/timeOperations.ts";
import { formatMinutes, type Minutes } from "../../../shared/core/minutes.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { formatMiles } from "../../../shared/timesheets/miles.ts";
import { Button } from "../../components/Button.tsx";
import { Hours } from "../../components/Hours.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { VisuallyHidden } from "../../components/VisuallyHidden.tsx";
import type { Opened } from "./opened.ts";
import styles from "./WeekGrid.module.css";
import { absenceWords, dayWords, kindNamed, matterOfDay, shortDayWords, stateWords } from "./words.ts";

interface WeekGridProps {
  readonly week: Week;
  readonly onOpen: (opened: Opened) => void;
}

/** Everyone's week: a row for each person, a column for each day. On narrow screens the days of a person stand under each other. */
export function WeekGrid({ week, onOpen }: WeekGridProps) {
  const captionId = useId();
  return (
    <div className={styles.wrap}>
      <table className={styles.grid} aria-labelledby={captionId}>
        <caption id={captionId} className="visuallyHidden">
          Shifts from {formatDate(week.weekFrom)} to {formatDate(week.weekTo)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {week.days.map(({ on, bankHoliday }) => (
              <th key={on} scope="col" aria-current={on === week.today ? "date" : undefined}>
                <span aria-hidden="true">{shortDayWords(on)}</span>
                <VisuallyHidden>{dayWords(on)}</VisuallyHidden>
                {bankHoliday && <span className={styles.bankHoliday}> {bankHoliday}</span>}
              </th>
            ))}
            <th scope="col" className={styles.total}>
              Worked
            </th>
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <PersonRow key={row.engagementId} row={row} week={week} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Everyone</th>
            <td colSpan={7}>
              Planned: <Hours minutes={week.plannedMinutes} />
            </td>
            <td className={styles.total} data-title="Worked">
              <Hours minutes={week.workedMinutes} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function PersonRow({ row, week, onOpen }: WeekGridProps & { readonly row: WeekRow }) {
  const state = row.timesheet && stateWords[row.timesheet.state];
  return (
    <tr>
      <th scope="row">
        <span className={styles.person}>
          <span>{row.name}</span> {state && <StatusChip tone={state.tone}>{state.words}</StatusChip>}
        </span>
      </th>
      {week.days.map(({ on }) => (
        <DayCell key={on} row={row} on={on} week={week} onOpen={onOpen} />
      ))}
      <td className={styles.total} data-title="Worked">
        <span>
          <Hours minutes={row.workedMinutes} />
          {row.milesHundredths > 0 && <span className={styles.more}>{formatMiles(row.milesHundredths)}</span>}
        </span>
      </td>
    </tr>
  );
}

function DayCell({ row, on, week, onOpen }: WeekGridProps & { readonly row: WeekRow; readonly on: Week["days"][number]["on"] }) {
  const { worked, planned, absences } = matterOfDay(row, on);
  const whose = `, ${row.name}, ${dayWords(on)}`;
  return (
    <td data-title={dayWords(on)}>
      <ul className={styles.day}>
        {absences.map((absence) => (
          <li key={absence.id}>
            <button type="button" className={`${styles.entry} ${styles.absence}`} onClick={() => onOpen({ what: "absence", row, absence })}>
              <span className={styles.time}>{absenceWords[absence.kind]}</span>
              <VisuallyHidden>{whose}</VisuallyHidden>
            </button>
          </li>
        ))}
        {worked.map((shift) => (
          <li key={shift.id}>
            <ShiftEntry
              shift={shift}
              length={shift.workedMinutes}
              kind="worked"
              week={week}
              whose={whose}
              onOpen={() => onOpen({ what: "worked", row, shift })}
            />
          </li>
        ))}
        {planned.map((shift) => (
          <li key={shift.id}>
            <ShiftEntry
              shift={shift}
              length={shift.minutes}
              kind="planned"
              week={week}
              whose={whose}
              onOpen={() => onOpen({ what: "planned", row, shift })}
            />
          </li>
        ))}
        <li>
          <Button look="quiet" icon={Plus} onClick={() => onOpen({ what: "newShift", row, on })} about={`a shift for ${row.name} on ${dayWords(on)}`}>
            Add
          </Button>
        </li>
      </ul>
    </td>
  );
}

function ShiftEntry({
  shift,
  length,
  kind,
  week,
  whose,
  onOpen,
}: {
  readonly shift: ShownPlannedShift | ShownWorkedShift;
  readonly length: Minutes;
  readonly kind: "planned" | "worked";
  readonly week: Week;
  readonly whose: string;
  readonly onOpen: () => void;
}) {
  const kindOfTime = kindNamed(week, shift.kindOfTimeId);
  const isNight = shift.end <= shift.start;
  return (
    <button type="button" className={`${styles.entry} ${styles[kind]} ${isNight ? styles.night : ""}`} onClick={onOpen}>
      <span className={styles.time}>
        {shift.start} to {shift.end}
      </span>{" "}
      <span>
        {formatMinutes(length)} {kindOfTime?.name}
      </span>{" "}
      <span>{kind === "planned" ? "Planned" : "Worked"}</span>
      <VisuallyHidden>{whose}</VisuallyHidden>
    </button>
  );
}
