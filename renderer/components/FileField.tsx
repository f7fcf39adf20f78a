import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import fieldStyles from "./Field.module.css";
import { FieldGroup, type FieldProps, useField } from "./Field.tsx";
import styles from "./FileField.module.css";

/** A file read into memory, as operations take it. */
export interface ChosenFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

export interface FileFieldProps extends FieldProps<ChosenFile | null> {
  /** File types, as in HTML: ".csv,.ofx". Without it every file is offered. */
  readonly accept?: string;
  /** Words of the button. */
  readonly buttonWords?: string;
}

const largest = 20 * 1024 * 1024;

/** Choose a file with the button or drop it on the box. At most 20 MB. The value is the file in memory, or null. */
export function FileField(props: FileFieldProps) {
  const field = useField<ChosenFile | null>(props, null);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const error = problem ?? field.error;

  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > largest) {
      setProblem(`${file.name} is too large. Choose a file of 20 MB or less`);
      return;
    }
    setProblem(undefined);
    field.setValue({ fileName: file.name, mediaType: file.type, base64: base64Of(new Uint8Array(await file.arrayBuffer())) });
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };

  return (
    <FieldGroup
      of={{ ...field, error, describedBy: [props.hint && field.hintId, error && field.errorId].filter(Boolean).join(" ") || undefined }}
      {...props}
      dropping={{
        onDragOver: (event) => {
          event.preventDefault();
          setIsOver(true);
        },
        onDragLeave: () => setIsOver(false),
        onDrop: drop,
      }}
    >
      <div className={`${styles.drop} ${isOver ? styles.over : ""}`}>
        <input
          ref={input}
          type="file"
          className="visuallyHidden"
          id={`${field.id}-file`}
          tabIndex={-1}
          aria-label={props.label}
          accept={props.accept}
          disabled={props.isDisabled}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = ""; // choosing the same file again must count
          }}
        />
        <Button
          id={field.id}
          icon={FileUp}
          onClick={() => input.current?.click()}
          isDisabled={props.isDisabled ?? false}
          describedBy={`${field.id}-chosen`}
        >
          {props.buttonWords ?? "Choose a file"}
        </Button>
        <p id={`${field.id}-chosen`} className={fieldStyles.hint} role="status">
          {field.value ? `Chosen: ${field.value.fileName}` : "Or drop a file here. Nothing chosen yet."}
        </p>
      </div>
    </FieldGroup>
  );
}

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  return btoa(parts.join(""));
}
