import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { BrowserWindow, Dialog } from "electron";
import type { DocumentFile } from "../../shared/contract/desktopOperations.ts";
import { safeFileName, withEnding } from "../../shared/core/fileNames.ts";

const kinds: Readonly<Record<string, string>> = {
  ".pdf": "PDF document",
  ".xlsx": "Spreadsheet",
  ".csv": "Comma-separated file",
  ".zip": "ZIP folder",
  ".json": "Data file",
  ".html": "Web page",
  ".phbk": "Backup",
  ".txt": "Text",
};

/** Writes whole or not at all: a new file beside the old one, flushed to disk, then renamed over it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.new`);
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Asks where to keep a document and writes it there. `saved` is false when the person closes the dialog. */
export async function saveDocument(
  dialog: Pick<Dialog, "showSaveDialog">,
  window: BrowserWindow,
  suggestedName: string,
  document: DocumentFile,
): Promise<{ saved: boolean; fileName: string }> {
  const extension = extname(document.fileName).toLowerCase();
  const suggested = withEnding(safeFileName(basename(suggestedName.replaceAll("\\", "/"))), extension === "" ? [] : [extension]);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: "Save the file",
    defaultPath: suggested,
    filters: extension === "" ? [] : [{ name: kinds[extension] ?? "File", extensions: [extension.slice(1)] }],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  if (canceled || filePath === "") return { saved: false, fileName: "" };
  await writeWhole(filePath, Buffer.from(document.base64, "base64"));
  return { saved: true, fileName: basename(filePath) };
}
