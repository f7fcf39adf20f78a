import type { Week } from "../../../shared/contract/timeOperations.ts";
import { Card } from "../../components/Card.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";

/** Short rests, and days or nights with nobody on the rota. They tell; they stop nothing. */
export function WeekNotesCard({ notes }: { readonly notes: Week["notes"] }) {
  if (notes.length === 0) return null;
  const hasShortRest = notes.some(({ kind }) => kind === "rest");
  return (
    <Card title={notes.length === 1 ? "One thing to look at" : `${notes.length} things to look at`} tone="warn">
      <ul>
        {notes.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong> {text}
          </li>
        ))}
      </ul>
      {hasShortRest && (
        <Disclosure summary="What can I do about a short rest?">
          <p>
            Ask whether the later shift can start later, or give it to somebody else. If nobody else can come, agree extra rest soon after and write
            it down. You may keep the shift when you need it to be safe.
          </p>
        </Disclosure>
      )}
    </Card>
  );
}
