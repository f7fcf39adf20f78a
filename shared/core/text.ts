import * as z from "zod";
import { type Pence, parsePence, pence } from "./money.ts";

const limits = { short: 200, long: 4000 } as const;

/** Characters nobody types: control codes other than tab and line ends, and signs that turn the direction of text round. */
const hidden = /(?![\t\n\r])\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu;

/** Text without characters that cannot be seen but would spoil a spreadsheet or make a name read as another. */
export const withoutHidden = (text: string): string => text.replace(hidden, "");

/** A required line of text (at most 200 characters), with the message shown when it is empty. */
export const requiredText = (message: string, most: number = limits.short) =>
  z.string().overwrite(withoutHidden).trim().min(1, message).max(most, `Use ${most} characters or fewer`);

/** An optional line of text; empty is allowed. At most 200 characters unless told otherwise. */
export const optionalText = (most: number = limits.short) => z.string().overwrite(withoutHidden).trim().max(most, `Use ${most} characters or fewer`);

/** An amount typed as text ("£1,200", "1200.5") that becomes pence. Not negative. */
export const moneyText = (message: string) =>
  z.string().transform((text, context): Pence => {
    const amount = parsePence(text);
    if (amount === undefined || amount < 0) {
      context.addIssue({ code: "custom", message: text.trim() === "" ? message : `"${text.trim()}" is not an amount. Write it like 12.50` });
      return z.NEVER;
    }
    return pence(amount);
  });

/** National Insurance number: two letters, six digits, a final letter A to D; spaces and any case are accepted. */
export const NationalInsuranceNumber = z
  .string()
  .transform((text) => text.replace(/\s/g, "").toUpperCase())
  .refine((text) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(text), {
    message: "A National Insurance number is two letters, six numbers and a letter, like QQ 12 34 56 C",
  });

/** Employer PAYE reference: three digits, a slash, one to ten letters or digits ("123/AB456"). */
export const PayeReference = z
  .string()
  .transform((text) => text.replace(/\s/g, "").toUpperCase())
  .refine((text) => /^\d{3}\/[A-Z0-9]{1,10}$/.test(text), { message: "A PAYE reference looks like 123/AB456. It is on letters from HMRC" });

/** Accounts Office reference: "123PA00012345" (13 characters). */
export const AccountsOfficeReference = z
  .string()
  .transform((text) => text.replace(/\s/g, "").toUpperCase())
  .refine((text) => /^\d{3}P[A-Z]\d{7}[0-9X]$/.test(text), {
    message: "An Accounts Office reference looks like 123PA00012345. It is on letters from HMRC",
  });
