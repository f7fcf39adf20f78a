import * as z from "zod";
import { type BasisPoints, basisPoints, decimalPounds, type Pence, parsePence } from "../core/money.ts";

/** A share typed in per cent ("70", "33.33%") that becomes basis points, 0 to 100 %. */
export const percentText = (message: string) =>
  z.string().transform((text, context): BasisPoints => {
    const clean = text.trim().replace(/\s*%$/, "");
    const size = /^\d{1,3}(\.\d{1,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : Number.NaN;
    if (size >= 0 && size <= 10_000) return basisPoints(size);
    context.addIssue({ code: "custom", message: clean === "" ? message : `"${clean}" is not a share. Write it like 70 or 33.33` });
    return z.NEVER;
  });

/** An amount that may be left empty, which becomes null. Not negative. */
export const optionalMoneyText = () =>
  z.string().transform((text, context): Pence | null => {
    if (text.trim() === "") return null;
    const amount = parsePence(text);
    if (amount !== undefined && amount >= 0) return amount;
    context.addIssue({ code: "custom", message: `"${text.trim()}" is not an amount. Write it like 12.50` });
    return z.NEVER;
  });

/** A line that may be left empty, which becomes null; anything typed must fit the schema. */
export const emptyOr = <T>(schema: z.ZodType<T, string>) =>
  z.string().transform((text, context): T | null => {
    if (text.trim() === "") return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message ?? "Check what you typed" });
    return z.NEVER;
  });

/** Basis points as a person types them: 7000 gives "70". */
export const typedPercent = (share: number): string => String(share / 100);

/** Pence as a person types them: 128050 gives "1280.50"; nothing for null. */
export const typedPounds = (amount: Pence | null): string => (amount === null ? "" : decimalPounds(amount));

/** Minutes as decimal hours, as a person types them: 450 gives "7.5". */
export const typedHours = (minuteCount: number | null): string => (minuteCount === null ? "" : String(Math.round((minuteCount / 60) * 100) / 100));
