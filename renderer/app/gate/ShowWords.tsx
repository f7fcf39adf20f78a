import { Printer } from "lucide-react";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Row } from "../../components/Stack.tsx";
import { Steps } from "../../components/Steps.tsx";
import styles from "./Gate.module.css";
import { stepNames } from "./stepNames.ts";

/** The twelve words, shown this once. */
export function ShowWords({ words, onKept }: { readonly words: readonly string[]; readonly onKept: () => void }) {
  const print = useTask("desktop.print");
  return (
    <>
      <div>
        <Steps names={stepNames} current={2} />
        <PageHeader
          title="Keep your recovery words"
          lead="These 12 words open your file if you forget the passphrase. They are shown only now. Print them or write them down, and keep them somewhere safe."
        />
      </div>
      <Card title="Recovery words for your Plan & Payday file">
        <ol className={styles.words}>
          {numbered(words).map(({ word, number }) => (
            <li key={number}>{word}</li>
          ))}
        </ol>
      </Card>
      <FailureMessage of={print} />
      <Row>
        <Button look="primary" onClick={onKept}>
          I have kept them safe
        </Button>
        <Button icon={Printer} onClick={() => print.mutate({})} isBusy={print.isPending} busyWords="Printing…">
          Print
        </Button>
      </Row>
    </>
  );
}

/** A word may come twice, so its number is its key. */
const numbered = (words: readonly string[]) => words.map((word, index) => ({ word, number: index + 1 }));
