import * as z from "zod";
import { FileSettings, type settingsOperations } from "../../shared/contract/settingsOperations.ts";
import { findBrokenActivity, listActivity } from "../db/repositories/activityRepository.ts";
import { listSettings, saveSetting } from "../db/repositories/settingRepository.ts";
import type { Handlers, QueryContext } from "./handler.ts";

const settings = ({ db }: Pick<QueryContext, "db">) =>
  FileSettings.parse(Object.fromEntries(Object.entries(listSettings(db)).filter(([name]) => name in FileSettings.shape)));

export const settingsHandlers: Handlers<typeof settingsOperations> = {
  "settings.get": (context) => settings(context),

  "settings.set": (context, input) => {
    for (const [name, value] of Object.entries(input)) saveSetting(context.db, name, z.json().parse(value));
    return settings(context);
  },

  "settings.listActivity": ({ db }, { beforeSeq, most }) => {
    const lines = listActivity(db, most + 1, beforeSeq);
    return { lines: lines.slice(0, most), hasMore: lines.length > most, isWhole: findBrokenActivity(db) === undefined };
  },
};
