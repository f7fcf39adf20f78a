import { zodResolver } from "@hookform/resolvers/zod";
import { type RefObject, useCallback, useEffect, useId, useRef, useState } from "react";
import { type FieldErrors, type FieldValues, get, useForm as useFormState } from "react-hook-form";
import type * as z from "zod";

/** A schema of named fields. Its input is what is typed (text, ticks, files), its output what the program uses. */
export type FormSchema = z.ZodType<unknown, FieldValues>;

/** One line of the error summary. `fieldId` is where its link leads, when there is such a field. */
export interface FormError {
  readonly name: string;
  readonly message: string;
  readonly fieldId: string | undefined;
}

export interface FormHandle {
  /** Every error of the last submit, in the order of the fields on the screen. */
  readonly errors: readonly FormError[];
  /** A refusal that belongs to no field: its sentence and what to do. */
  readonly refusal: { readonly message: string; readonly lines: readonly string[] } | undefined;
  /** Goes up at every failed submit; the summary takes the focus when it does. */
  readonly failures: number;
  readonly isBusy: boolean;
  /** What is typed now, by field name ("shifts.0.start" works too). */
  readonly valueOf: (name: string) => unknown;
  readonly errorOf: (name: string) => string | undefined;
  readonly setValue: (name: string, value: unknown) => void;
  /** Called by fields when they appear: gives an untouched field its empty value. */
  readonly announceField: (name: string, emptyValue: unknown) => void;
  readonly fieldIdOf: (name: string) => string;
  /** Puts messages on fields, as a refused operation does. */
  readonly showErrors: (fields: Readonly<Record<string, string>>) => void;
  readonly submit: () => void;
  /** The form element, set by `<Form>`. */
  readonly element: RefObject<HTMLFormElement | null>;
  /** Empties the form, or fills it with other values. */
  readonly startAgain: (values?: Readonly<Record<string, unknown>>) => void;
}

/** A failed operation as renderer/api throws it. */
interface Refused {
  readonly message: string;
  readonly lines: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

const isRefused = (error: unknown): error is Refused => error instanceof Error && "fields" in error && "lines" in error;

/**
 * A form with one schema. On submit it parses what was typed; `onValid` gets the parsed values and should return the
 * promise of its command (`(values) => save.mutateAsync(values)`): field errors of a refused command land on the fields,
 * other refusals on top of the form. What was typed stays. `start` are the values to begin with (by field name).
 * `onTyped` is told all values after the first change, so that a long form can be kept as a draft.
 */
export function useForm<S extends FormSchema>(
  schema: S,
  onValid: (values: z.output<S>) => unknown,
  {
    start = {},
    onTyped,
  }: { readonly start?: Readonly<Record<string, unknown>>; readonly onTyped?: (typed: Readonly<Record<string, unknown>>) => void } = {},
): FormHandle {
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [refusal, setRefusal] = useState<FormHandle["refusal"]>();
  const [failures, setFailures] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const state = useFormState<FieldValues, unknown, FieldValues>({
    defaultValues: { ...start },
    resolver: zodResolver(schema as z.ZodType<FieldValues, FieldValues>),
    shouldFocusError: false,
    reValidateMode: "onSubmit",
  });
  state.watch();
  const hasTyped = useRef(false);
  useEffect(() => {
    if (hasTyped.current) onTyped?.({ ...state.getValues() });
  });

  const fieldIdOf = useCallback((name: string) => `${formId}-${name}`, [formId]);

  const showMessages = (messages: ReadonlyMap<string, string>) => {
    setErrors(inScreenOrder(messages, element.current, fieldIdOf));
    setFailures((count) => count + 1);
  };

  const fail = (error: unknown) => {
    if (!isRefused(error)) throw error;
    const fields = Object.entries(error.fields);
    setRefusal(fields.length > 0 ? undefined : { message: error.message, lines: error.lines });
    showMessages(new Map(fields));
  };

  const submit = () => {
    if (isBusy) return;
    setIsBusy(true);
    void state
      .handleSubmit(
        async (values) => {
          setErrors([]);
          setRefusal(undefined);
          try {
            await onValid(values as z.output<S>);
          } catch (error) {
            fail(error);
          }
        },
        (found) => {
          setRefusal(undefined);
          showMessages(messagesOf(found));
        },
      )()
      .finally(() => setIsBusy(false));
  };

  return {
    errors,
    refusal,
    failures,
    isBusy,
    valueOf: (name) => state.getValues(name),
    errorOf: (name) => errors.find((error) => error.name === name)?.message,
    setValue: (name, value) => {
      hasTyped.current = true;
      state.setValue(name, value);
    },
    announceField: (name, emptyValue) => {
      if (state.getValues(name) === undefined) state.setValue(name, emptyValue);
    },
    fieldIdOf,
    showErrors: (fields) => showMessages(new Map(Object.entries(fields))),
    submit,
    element,
    startAgain: (values = start) => {
      state.reset({ ...values });
      hasTyped.current = false;
      setErrors([]);
      setRefusal(undefined);
    },
  };
}

/** Every message of react-hook-form's nested errors, by field name. */
function messagesOf(errors: FieldErrors, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, error] of Object.entries(errors)) {
    if (!error || typeof error !== "object") continue;
    const message: unknown = get(error, "message");
    const name = key === "root" && prefix !== "" ? prefix : `${prefix}${prefix && "."}${key}`;
    if (typeof message === "string" && message !== "") found.set(name, message);
    else for (const [innerName, innerMessage] of messagesOf(error as FieldErrors, name)) found.set(innerName, innerMessage);
  }
  return found;
}

/** Fields know their place on the screen; messages without a field come last. */
function inScreenOrder(messages: ReadonlyMap<string, string>, form: HTMLFormElement | null, fieldIdOf: (name: string) => string): FormError[] {
  const places = [...(form?.querySelectorAll<HTMLElement>("[data-field]") ?? [])].map((element) => element.dataset.field);
  const placeOf = (name: string) => {
    const place = places.indexOf(name);
    return place < 0 ? places.length : place;
  };
  return [...messages]
    .map(([name, message]) => ({ name, message, fieldId: places.includes(name) ? fieldIdOf(name) : undefined }))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name));
}
