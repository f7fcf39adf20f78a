import { useEffect, useRef, useState } from "react";
import type { PaydaySheet, TracedHmrcFigure } from "../../../shared/contract/hmrcAnswers.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { CopyButton } from "./CopyButton.tsx";
import styles from "./hmrc.module.css";
import type { Copying } from "./useCopy.ts";
import { WhyFigure } from "./WhyFigure.tsx";
import { itemWords } from "./words.ts";

interface Box {
  readonly screen: string;
  readonly figure: TracedHmrcFigure;
}

/** The boxes of the sheet one after the other, for somebody who wants to see only the next one. */
export function OneByOne({ sheet, copying, onDone }: { readonly sheet: PaydaySheet; readonly copying: Copying; readonly onDone: () => void }) {
  const boxes: readonly Box[] = [
    ...sheet.details.map((figure) => ({ screen: "Employee details", figure })),
    ...sheet.payment.map((figure) => ({ screen: "Add employee payment", figure })),
  ];
  const [at, setAt] = useState(0);
  const heading = useFocusOnChange(at);
  const box = boxes[at];
  if (!box) return null;
  const { figure, screen } = box;
  const about = `${itemWords(figure)} of ${sheet.employeeName}`;
  return (
    <Card tone="sunk">
      <Stack>
        <p>
          Box {at + 1} of {boxes.length}, on the screen “{screen}” of HMRC's tool
        </p>
        <h3 ref={heading} tabIndex={-1}>
          {itemWords(figure)}
        </h3>
        <p className={styles.large}>{figure.value}</p>
        <Row>
          <CopyButton of={copying} id={about} text={figure.value} about={about} />
          <WhyFigure figure={figure} employeeName={sheet.employeeName} payslipId={sheet.payslipId} />
        </Row>
        {figure.yearToDate !== null && (
          <p>
            Year to date{figure.toDateItem === null ? "" : ` (${figure.toDateItem})`}: <span className={styles.figure}>{figure.yearToDate}</span>. The
            tool adds this up by itself.
          </p>
        )}
        <Row>
          {at + 1 < boxes.length ? (
            <Button look="primary" onClick={() => setAt(at + 1)}>
              Next box
            </Button>
          ) : (
            <Button look="primary" onClick={onDone}>
              All typed: compare what the tool shows
            </Button>
          )}
          {at > 0 && <Button onClick={() => setAt(at - 1)}>Box before</Button>}
        </Row>
      </Stack>
    </Card>
  );
}

/** Moves the focus to the heading at every step after the first, so that a screen reader reads the new box. */
function useFocusOnChange(step: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}
