import { parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Calendar, CalendarCell, CalendarGrid, Heading, I18nProvider } from "react-aria-components";
import { type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import buttonStyles from "./Button.module.css";
import { Button } from "./Button.tsx";
import styles from "./CalendarButton.module.css";
import { Dialog } from "./Dialog.tsx";

/** "Choose from a calendar": opens a month to pick a day from. An extra beside the three boxes, never the only way. */
export function CalendarButton({
  label,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly value: PlainDate;
  readonly onChoose: (date: PlainDate) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={CalendarDays} onClick={() => setIsOpen(true)} about={`for ${label}`}>
        Calendar
      </Button>
      <Dialog title={label} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <I18nProvider locale="en-GB">
          <Calendar
            aria-label={label}
            className={styles.calendar ?? ""}
            defaultValue={parseDate(value)}
            autoFocus
            onChange={(date) => {
              onChoose(plainDate(date.toString()));
              setIsOpen(false);
            }}
          >
            <header className={styles.head}>
              {/* React Aria would name these "Previous" and "Next": voice users say what they see. */}
              <AriaButton slot="previous" aria-label="Earlier" className={`${buttonStyles.button} ${buttonStyles.secondary}`}>
                <ChevronLeft className="icon" aria-hidden /> Earlier
              </AriaButton>
              <Heading className={styles.month ?? ""} level={3} />
              <AriaButton slot="next" aria-label="Later" className={`${buttonStyles.button} ${buttonStyles.secondary}`}>
                Later <ChevronRight className="icon" aria-hidden />
              </AriaButton>
            </header>
            <CalendarGrid className={styles.grid ?? ""}>{(date) => <CalendarCell date={date} className={styles.day ?? ""} />}</CalendarGrid>
          </Calendar>
        </I18nProvider>
      </Dialog>
    </>
  );
}
