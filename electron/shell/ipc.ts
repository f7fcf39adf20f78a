import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from "electron";
import type { Answer } from "../../shared/contract/operation.ts";
import { bundleAddress } from "./bundle.ts";

/** True only for the main frame of our own window, showing our own bundle. */
export function isOurSender(sender: Pick<WebFrameMain, "url"> | null, mainFrame: Pick<WebFrameMain, "url"> | undefined): boolean {
  if (sender === null || mainFrame === undefined || sender !== mainFrame) return false;
  const address = URL.parse(sender.url);
  return address !== null && address.protocol === "app:" && address.host === bundleAddress.host;
}

/**
 * Opens the one channel between the window and the program. Only our window gets through, only with a name and an input;
 * whatever goes wrong behind it crosses as data without a trace of the inside.
 */
export function openGate(
  ipcMain: Pick<IpcMain, "handle">,
  ourContents: () => WebContents | undefined,
  answer: (name: string, input: unknown) => Promise<Answer<unknown>>,
): void {
  ipcMain.handle("phb:invoke", async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Answer<unknown>> => {
    const known = isOurSender(event.senderFrame, ourContents()?.mainFrame) && typeof name === "string" && name.length <= 100;
    if (!known) return { ok: false, error: { code: "notAllowed", reason: "This request was refused", lines: [] } };
    return answer(name, input);
  });
}
