import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import type { TracedHmrcFigure } from "../../../shared/contract/hmrcAnswers.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { PayslipLinks } from "./PayslipLinks.tsx";
import { itemWords } from "./words.ts";

export interface WhyFigureProps {
  readonly figure: TracedHmrcFigure;
  readonly employeeName: string;
  readonly payslipId: string;
}

/** "Why this amount?" of one of HMRC's boxes: the steps of the payslip, and the payslips behind the year to date. */
export function WhyFigure({ figure, employeeName, payslipId }: WhyFigureProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { explained, toDate } = figure;
  if (explained === null && toDate === null) return null;
  const name = itemWords(figure);
  return (
    <>
      <Button look="quiet" icon={CircleQuestionMark} about={`${name} of ${employeeName}`} onClick={() => setIsOpen(true)}>
        Why this amount?
      </Button>
      <Dialog title={`${name} of ${employeeName}`} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Stack>
          {explained && (
            <section aria-label="This payday">
              <h3>This payday</h3>
              <Explanation of={explained} name={name} look="open" />
            </section>
          )}
          <p>
            It comes from{" "}
            <TextLink to={pathTo(routes.payslip, { payslipId })} about={`of ${employeeName}`}>
              this payslip
            </TextLink>
            .
          </p>
          {toDate && (
            <section aria-label="Year to date">
              <h3>Year to date</h3>
              <Explanation of={toDate.explained} name={`${name}, year to date`} look="open" />
              <PayslipLinks parts={toDate.parts} />
            </section>
          )}
        </Stack>
      </Dialog>
    </>
  );
}
