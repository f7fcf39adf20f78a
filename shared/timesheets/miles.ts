import * as z from "zod";

/** Reads miles as people type them, at most two decimals: "12.5" → 1250 hundredths, "" → 0. Undefined when it is not a number of miles. */
export function parseMiles(text: string): number | undefined {
  const clean = text.trim();
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(clean === "" ? "0" : clean);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : undefined;
}

/** Hundredths of a mile as people write miles: 1250 → "12.5". */
export function milesAsTyped(hundredths: number): string {
  return String(hundredths / 100);
}

/** "12.5 miles", "1 mile". */
export function formatMiles(hundredths: number): string {
  return hundredths === 100 ? "1 mile" : `${milesAsTyped(hundredths)} miles`;
}

/** Miles typed as text that become hundredths. Empty is none. */
export const milesText = () =>
  z.string().transform((text, context): number => {
    const hundredths = parseMiles(text);
    if (hundredths !== undefined) return hundredths;
    context.addIssue({ code: "custom", message: `"${text.trim()}" is not a number of miles. Write it like 12.5` });
    return z.NEVER;
  });
