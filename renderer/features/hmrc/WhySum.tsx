import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import type { TracedSum } from "../../../shared/contract/hmrcAnswers.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Money } from "../../components/Money.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { PayslipLinks } from "./PayslipLinks.tsx";

/** A sum for HMRC with "Why this amount?": its steps, and links to the payslips it is made of. `name` stands in running text: "the income tax of tax month 3". */
export function WhySum({ of: { explained, parts }, name }: { readonly of: TracedSum; readonly name: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Row>
      <Money amount={explained.amount} />
      <Button look="quiet" icon={CircleQuestionMark} about={`${name}, ${formatPence(explained.amount)}`} onClick={() => setIsOpen(true)}>
        Why this amount?
      </Button>
      <Dialog title={`Why is ${name} ${formatPence(explained.amount)}?`} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Stack>
          <Explanation of={explained} name={name} look="open" />
          <PayslipLinks parts={parts} />
        </Stack>
      </Dialog>
    </Row>
  );
}
