import { createContext, useContext } from "react";
import { type PlainDate, plainDate } from "../../shared/core/plainDate.ts";

const TodayContext = createContext<PlainDate | undefined>(undefined);

/** Gives the day to everything inside. The day comes from the main process (`desktop.appInfo`). */
export const TodayProvider = TodayContext.Provider;

/** The day it is, in England. Outside a TodayProvider it is read from the computer's clock. */
export function useToday(): PlainDate {
  const today = useContext(TodayContext);
  return today ?? plainDate(new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date()));
}
