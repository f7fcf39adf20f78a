import { Card } from "../../components/Card.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { glossary } from "./glossary.ts";

/** Official words and what they mean. */
export function GlossaryCard() {
  return (
    <Card title="What words mean">
      {glossary.map(({ title, words }) => (
        <Disclosure key={title} summary={title}>
          <SummaryList rows={words.map(([name, value]) => ({ name, value }))} />
        </Disclosure>
      ))}
    </Card>
  );
}
