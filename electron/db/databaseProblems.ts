import { AppFailure, notAllowed } from "../../shared/contract/errors.ts";

/** The file is damaged or is not ours: nothing in it may be trusted. */
export const damagedFile = () =>
  notAllowed("This file is damaged, so it was not opened", [
    "Nothing has been changed or deleted.",
    "Your backups may be whole. Restore the newest verified backup, or ask for help before trying anything else.",
  ]);

/** The file has no encryption. It is never opened, whatever is in it. */
export const unencryptedFile = () =>
  notAllowed("This file is not encrypted, so it was not opened", [
    "Plan & Payday only keeps records in encrypted files. This one was not made by it.",
  ]);

/** The file's tables or rules are not the ones this program makes. */
export const changedSchema = () =>
  notAllowed("This file was changed by something other than Plan & Payday, so it was not opened", ["Restore the newest verified backup."]);

export const alreadyOpen = () =>
  notAllowed("This file is already open", ["Close the other Plan & Payday window first. If there is none, restart the computer and try again."]);

export const diskFull = () =>
  notAllowed("The disk is full, so nothing was saved", ["Free some space, then try again. What was saved before is safe."]);

export const readOnlyFolder = () =>
  notAllowed("The file cannot be written where it is", ["Copy it to a folder on this computer that you may write to, then open it there."]);

/** The code SQLite or the system gave to an error ("SQLITE_BUSY", "ENOSPC"), or an empty text. */
function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Turns what SQLite or the system says about the file or disk as a whole into plain words. Errors that are about a statement come back as they are. */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof AppFailure) return error;
  const code = codeOf(error);
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return alreadyOpen();
  if (code === "SQLITE_FULL" || code === "ENOSPC" || code === "EDQUOT") return diskFull();
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || ["SQLITE_PERM", "EACCES", "EPERM", "EROFS"].includes(code))
    return readOnlyFolder();
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT") || code.startsWith("SQLITE_IOERR")) return damagedFile();
  return error;
}
