import type { Answer } from "../../shared/contract/operation.ts";

/**
 * What the data process tells the window without being asked. "changed": something was saved, every query reads again;
 * "locked": the file was locked (by the person, by the timer, by sleep).
 */
export type BridgeEvent = "changed" | "locked";

/** The only door out of the window, made by preload.ts. */
export interface Bridge {
  invoke(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Calls back on every event, for as long as the window lives. */
  onEvent(callback: (event: BridgeEvent) => void): unknown;
}

declare global {
  interface Window {
    readonly phb: Bridge;
  }
}
