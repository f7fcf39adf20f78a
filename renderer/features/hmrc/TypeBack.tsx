import { useId } from "react";
import * as z from "zod";
import type { PaydaySheet, TypedBack } from "../../../shared/contract/hmrcAnswers.ts";
import { useCommand } from "../../api/hooks.ts";
import { useDraft } from "../../api/useDraft.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Form } from "../../components/Form.tsx";
import { NotificationBanner } from "../../components/NotificationBanner.tsx";
import { Columns, Row, Stack } from "../../components/Stack.tsx";
import { StatusChip } from "../../components/StatusChip.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";
import styles from "./hmrc.module.css";
import { itemWords } from "./words.ts";

/** A box of HMRC's tool whose figure is typed back. */
interface Box {
  readonly name: string;
  readonly item: string;
  readonly label: string;
}

/** Every box as text, with at least one of them filled. */
const typedSchema = (boxes: readonly Box[]) =>
  z.record(z.string(), z.string()).superRefine((typed, context) => {
    const isAnyTyped = boxes.some(({ name }) => (typed[name] ?? "").trim() !== "");
    if (!isAnyTyped) context.addIssue({ code: "custom", path: [boxes[0]?.name ?? ""], message: "Type at least one figure that HMRC's tool shows" });
  });

const typedFigure = ({ item, label }: Box, typed: string) => (typed.trim() === "" ? [] : [{ item, label, typed }]);

/** "Type back what it shows": the tool's own figures against ours, to the penny, with every difference named. */
export function TypeBack({ payRunId, sheet }: { readonly payRunId: string; readonly sheet: PaydaySheet }) {
  const boxes = boxesOf(sheet);
  const draft = useDraft(`figures typed back for ${payRunId} ${sheet.engagementId}`);
  const compare = useCommand("hmrc.typeBack");
  const send = (typed: Readonly<Record<string, string>>) =>
    compare.mutateAsync({ payRunId, engagementId: sheet.engagementId, figures: boxes.flatMap((box) => typedFigure(box, typed[box.name] ?? "")) });
  const form = useForm(typedSchema(boxes), send, { start: { ...startOf(boxes, sheet), ...draft.typed }, onTyped: draft.keep });
  return (
    <Card
      title="Type back what HMRC's tool shows"
      level={3}
      note={sheet.typedBack ? "Compared before: everything agreed." : "Each figure is compared to the penny. Leave out what you do not see."}
    >
      <Stack>
        <Form of={form} label={`What HMRC's tool shows for ${sheet.employeeName}`}>
          <Columns>
            {boxes.map((box) => (
              <TextField key={box.name} name={box.name} label={itemWords(box)} width="medium" inputMode="decimal" />
            ))}
          </Columns>
          <Row>
            <Button type="submit" isBusy={form.isBusy}>
              Compare
            </Button>
          </Row>
        </Form>
        <div role="status">{compare.data && <Comparison answer={compare.data} />}</div>
      </Stack>
    </Card>
  );
}

function Comparison({ answer }: { readonly answer: TypedBack }) {
  const id = useId();
  const worthSaying = answer.figures.filter(({ answer: kind }) => kind !== "notTyped" && kind !== "agrees");
  return (
    <NotificationBanner tone={answer.agrees ? "ok" : "warn"} title={answer.words}>
      {worthSaying.length > 0 && (
        <ul className={styles.problems} aria-labelledby={id}>
          {worthSaying.map(({ figure, answer: kind, words }) => (
            <li key={itemWords(figure)}>
              <p>
                <StatusChip tone={kind === "pennyAllowed" ? "ok" : "warn"}>{kind === "pennyAllowed" ? "A penny is allowed" : "Differs"}</StatusChip>
              </p>
              <p>{words}</p>
            </li>
          ))}
        </ul>
      )}
      <p id={id}>
        {answer.agrees
          ? "It is kept that these figures agreed."
          : "Look first at the tax code, the letter and the pay that you typed. A penny in tax is allowed; any other difference deserves a look before you send."}
      </p>
    </NotificationBanner>
  );
}

/** What the tool shows, and the year to date of each. Names are plain, because a dot in a name would be a path. */
function boxesOf({ shown }: PaydaySheet): Box[] {
  return shown.flatMap(({ item, label, yearToDate, toDateItem }, index) => {
    const now = { name: `now${index}`, item, label };
    if (yearToDate === null) return [now];
    return [now, { name: `toDate${index}`, item: toDateItem ?? "", label: `${label}, year to date` }];
  });
}

function startOf(boxes: readonly Box[], { typedBack }: PaydaySheet): Record<string, string> {
  const typedFor = (box: Box) => typedBack?.find(({ item, label }) => item === box.item && label === box.label)?.typed ?? "";
  return Object.fromEntries(boxes.map((box) => [box.name, typedFor(box)]));
}
