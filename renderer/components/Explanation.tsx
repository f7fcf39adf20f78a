import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import type { Explained } from "../../shared/core/explanation.ts";
import { formatPence } from "../../shared/core/money.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import styles from "./Explanation.module.css";
import { Money } from "./Money.tsx";

export interface ExplanationProps {
  readonly of: Explained;
  /** The amount's name in running text: "Tom's tax", "what you owe HMRC". */
  readonly name: string;
  /**
   * "question": a "Why this amount?" button beside the amount. "amount": the amount itself is the button (in tables).
   * "open": the steps stand on the page, without a button.
   */
  readonly look?: "question" | "amount" | "open";
}

/** "Why this amount?": the numbered steps with the real numbers, the rule's name and its source. */
export function Explanation({ of: explained, name, look = "question" }: ExplanationProps) {
  const [isOpen, setIsOpen] = useState(false);
  const title = `Why is ${name} ${formatPence(explained.amount)}?`;
  if (look === "open") return <Steps of={explained} />;
  return (
    <>
      {look === "question" ? (
        <Button look="quiet" icon={CircleQuestionMark} about={`${name}, ${formatPence(explained.amount)}`} onClick={() => setIsOpen(true)}>
          Why this amount?
        </Button>
      ) : (
        <button type="button" className={styles.amount} onClick={() => setIsOpen(true)}>
          <Money amount={explained.amount} /> <span className="visuallyHidden">why is {name} this amount?</span>
        </button>
      )}
      <Dialog title={title} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Steps of={explained} />
      </Dialog>
    </>
  );
}

function Steps({ of: { amount, lines, rule } }: { readonly of: Explained }) {
  return (
    <div className={styles.explanation}>
      <ol className={styles.steps}>
        {numbered(lines).map(({ line, number }) => (
          <li key={number}>
            <span>{line.text}</span>
            {line.amount !== undefined && <Money amount={line.amount} />}
          </li>
        ))}
      </ol>
      <p className={styles.total}>
        <span>So the amount is</span> <Money amount={amount} isStrong />
      </p>
      <p className={styles.rule}>
        Rule: {rule.name}. {rule.ratesYear && `Rates for ${rule.ratesYear}. `}
        Source: <span className={styles.source}>{rule.source}</span>
      </p>
    </div>
  );
}

/** Two steps may read the same, so their number is their key. */
const numbered = (lines: Explained["lines"]) => lines.map((line, index) => ({ line, number: index + 1 }));
