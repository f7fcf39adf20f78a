import { FileFacts } from "../../../shared/contract/hmrcOperations.ts";
import type { ReadDb, WriteDb } from "../../db/database.ts";
import { listSettings, saveSetting } from "../../db/repositories/settingRepository.ts";

const name = "fileFacts";

/** What files for banks and pension providers ask for; empty where nothing was typed. */
export const fileFactsOf = (db: ReadDb): FileFacts => FileFacts.parse(listSettings(db)[name] ?? {});

/** Keeps what such files ask for. */
export const saveFileFacts = (db: WriteDb, facts: FileFacts): void => saveSetting(db, name, facts);
