import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button.tsx";
import styles from "./Field.module.css";
import { Field, type FieldProps, useField } from "./Field.tsx";

export interface TextFieldProps extends FieldProps<string> {
  /** How wide the box is, which tells how long an answer is expected. */
  readonly width?: "short" | "medium" | "normal" | "wide";
  readonly type?: "text" | "email" | "tel" | "search";
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const field = useField(props, "");
  return (
    <Field of={field} {...props}>
      <input
        id={field.id}
        name={props.name}
        type={props.type ?? "text"}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete ?? "off"}
        spellCheck={props.spellCheck ?? false}
        className={`${styles.box} ${styles[props.width ?? "normal"]}`}
        aria-describedby={field.describedBy}
        aria-invalid={field.error ? true : undefined}
        disabled={props.isDisabled}
        value={field.value}
        onChange={(event) => field.setValue(event.target.value)}
      />
    </Field>
  );
}

/** A secret line with a button that shows it. Pasting is allowed. */
export function PassphraseField(props: FieldProps<string> & { readonly autoComplete?: "new-password" | "current-password" }) {
  const field = useField(props, "");
  const [isShown, setIsShown] = useState(false);
  return (
    <Field of={field} {...props}>
      <div className={styles.withButton}>
        <input
          id={field.id}
          name={props.name}
          type={isShown ? "text" : "password"}
          autoComplete={props.autoComplete ?? "off"}
          autoCapitalize="none"
          spellCheck={false}
          className={styles.box}
          aria-describedby={field.describedBy}
          aria-invalid={field.error ? true : undefined}
          value={field.value}
          onChange={(event) => field.setValue(event.target.value)}
        />
        <Button icon={isShown ? EyeOff : Eye} onClick={() => setIsShown(!isShown)} about={props.label.toLowerCase()}>
          {isShown ? "Hide" : "Show"}
        </Button>
      </div>
    </Field>
  );
}
