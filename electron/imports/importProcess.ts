import { answerImport } from "./answerImport.ts";

/** What Electron (or the harness) gives a utility process to talk to its parent. */
interface ParentPort {
  on(event: "message", listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const port = (process as unknown as { readonly parentPort: ParentPort }).parentPort;

port.on("message", async ({ data }) => {
  const { id, name, input } = data as { id: number; name: string; input: unknown };
  port.postMessage({ id, answer: await answerImport(name, input) });
});
