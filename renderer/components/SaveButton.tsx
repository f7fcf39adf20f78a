import { Download } from "lucide-react";
import { useState } from "react";
import * as z from "zod";
import { Button } from "./Button.tsx";
import { Checkbox } from "./CheckboxGroup.tsx";
import { Dialog } from "./Dialog.tsx";
import { Form } from "./Form.tsx";
import { Row } from "./Stack.tsx";
import { PassphraseField } from "./TextField.tsx";
import { useForm } from "./useForm.ts";

/** How a document is wanted. */
export interface SaveOptions {
  readonly largePrint?: true;
  readonly password?: string;
}

export interface SaveButtonProps {
  /** What the button says: "Save". */
  readonly words: string;
  /** What is saved, after the visible words, and the window's title: "Payslip of Priya Nair". */
  readonly about: string;
  /** Which questions are asked before saving; without any the file is made at once. */
  readonly hasLargePrint?: boolean;
  readonly hasPassword?: boolean;
  readonly isBusy: boolean;
  /** Makes and saves the file. A refusal is shown in the window, on the password where it belongs to it. */
  readonly onSave: (options: SaveOptions) => Promise<unknown>;
}

/** Saves a document, after asking for large print or a password where the document has them. */
export function SaveButton({ words, about, hasLargePrint = false, hasPassword = false, isBusy, onSave }: SaveButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const asks = hasLargePrint || hasPassword;
  // A refusal is shown by the screen from the same task.
  const saveAtOnce = () => void onSave({}).catch(() => undefined);
  return (
    <>
      <Button icon={Download} isBusy={isBusy} about={about} onClick={asks ? () => setIsOpen(true) : saveAtOnce}>
        {words}
      </Button>
      {asks && (
        <Dialog title={`Save: ${about}`} isOpen={isOpen} onClose={() => setIsOpen(false)} closeWords={null}>
          <OptionsForm
            hasLargePrint={hasLargePrint}
            hasPassword={hasPassword}
            onCancel={() => setIsOpen(false)}
            onSave={async (options) => {
              await onSave(options);
              setIsOpen(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

const Options = z.object({ largePrint: z.boolean().default(false), password: z.string().default("") });

interface OptionsFormProps {
  readonly hasLargePrint: boolean;
  readonly hasPassword: boolean;
  readonly onSave: (options: SaveOptions) => Promise<void>;
  readonly onCancel: () => void;
}

function OptionsForm({ hasLargePrint, hasPassword, onSave, onCancel }: OptionsFormProps) {
  const form = useForm(Options, ({ largePrint, password }) =>
    onSave({ ...(largePrint && { largePrint: true as const }), ...(password !== "" && { password }) }),
  );
  return (
    <Form of={form} label="How to save it">
      {hasLargePrint && <Checkbox name="largePrint" label="Large print" hint="Letters of 18 points." />}
      {hasPassword && (
        <PassphraseField
          name="password"
          label="Password to open the file"
          hint="Without it anybody who gets the file can read it. Tell it to the person another way than the file. It is kept nowhere."
          isOptional
          autoComplete="new-password"
        />
      )}
      <Row>
        <Button type="submit" look="primary" icon={Download} isBusy={form.isBusy} busyWords="Making it…">
          Choose where to save it
        </Button>
        <Button onClick={onCancel}>Go back</Button>
      </Row>
    </Form>
  );
}
