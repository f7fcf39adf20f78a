import type { desktopOperations } from "../../shared/contract/desktopOperations.ts";
import type { AppError } from "../../shared/contract/errors.ts";
import type { importOperations } from "../../shared/contract/importOperations.ts";
import type { operations } from "../../shared/contract/index.ts";
import type { InputOf, OperationKind, OutputOf } from "../../shared/contract/operation.ts";
import type { vaultOperations } from "../../shared/contract/vaultOperations.ts";
import type { Bridge, BridgeEvent } from "./bridge.d.ts";

/** Operations of the data process, and those that the main process answers itself. */
type AllOperations = typeof operations & typeof desktopOperations & typeof vaultOperations & typeof importOperations;

/** Names of the operations of one kind. */
export type NameOf<K extends OperationKind> = { [N in keyof AllOperations]: AllOperations[N]["kind"] extends K ? N : never }[keyof AllOperations] &
  string;
export type OperationName = keyof AllOperations & string;
export type Input<N extends OperationName> = InputOf<AllOperations[N]>;
export type Output<N extends OperationName> = OutputOf<AllOperations[N]>;

/** A refused operation in words a person can act on. `fields` holds a message per field of the input; `lines` say what to do. */
export class OperationFailure extends Error {
  readonly code: AppError["code"];
  readonly lines: readonly string[];
  readonly fields: Readonly<Record<string, string>>;

  constructor(error: AppError) {
    const { message, lines, fields } = inPlainWords(error);
    super(message);
    this.name = "OperationFailure";
    this.code = error.code;
    this.lines = lines;
    this.fields = fields;
  }
}

function inPlainWords(error: AppError): { message: string; lines: readonly string[]; fields: Readonly<Record<string, string>> } {
  switch (error.code) {
    case "invalidInput":
      return { message: error.message, lines: [], fields: error.fields };
    case "notFound":
      return { message: `We could not find this ${error.what}. It may have been removed.`, lines: ["Go back and choose another."], fields: {} };
    case "notAllowed":
      return { message: error.reason, lines: error.lines, fields: {} };
    case "locked":
      return { message: "Your file is locked.", lines: ["Unlock it with your passphrase, then try again."], fields: {} };
    case "unexpected":
      return {
        message: "Something went wrong in the app. Nothing was changed.",
        lines: [`Try again. If it happens again, tell the makers this reference: ${error.reference}`],
        fields: {},
      };
  }
}

/** Runs one operation. Resolves to its output; rejects with an OperationFailure. */
export async function invoke<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await window.phb.invoke(name, input);
  if (!answer.ok) throw new OperationFailure(answer.error);
  return answer.value as Output<N>;
}

const listeners = new Set<(event: BridgeEvent) => void>();
let heardBridge: Bridge | undefined;

/** Calls back on every event of the data process until the returned function is called. The bridge itself is listened to once. */
export function listen(callback: (event: BridgeEvent) => void): () => void {
  if (heardBridge !== window.phb) {
    heardBridge = window.phb;
    window.phb.onEvent((event) => {
      for (const listener of listeners) listener(event);
    });
  }
  listeners.add(callback);
  return () => {
    listeners.delete(callback);
  };
}
