import type { Answer } from "../../shared/contract/operation.ts";

/** What the data process tells the window without being asked. */
export type BridgeEvent =
  /** Something was saved: every query reads again. */
  | { readonly kind: "changed" }
  /** The file was locked (by the person, by the timer, by sleep). */
  | { readonly kind: "locked" }
  /** How far a task has come. `total` is 0 when it cannot be known. */
  | { readonly kind: "progress"; readonly operation: string; readonly done: number; readonly total: number; readonly words: string };

/** The only door out of the window, made by preload.ts. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Calls back on every event; returns the function that stops it. */
  onEvent(callback: (event: BridgeEvent) => void): () => void;
}

declare global {
  interface Window {
    readonly phb: Bridge;
  }
}
