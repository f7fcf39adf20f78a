import * as z from "zod";

/** How often wages are paid. HMRC's tables and thresholds exist for exactly these four. */
export const PayFrequency = z.enum(["weekly", "fortnightly", "fourWeekly", "monthly"]);
export type PayFrequency = z.infer<typeof PayFrequency>;

/** Every Class 1 National Insurance category letter in force, freeports (F, I, L, S) and investment zones (D, E, K, N) included. */
export const NationalInsuranceCategory = z.enum(["A", "B", "C", "D", "E", "F", "H", "I", "J", "K", "L", "M", "N", "S", "V", "X", "Z"]);
export type NationalInsuranceCategory = z.infer<typeof NationalInsuranceCategory>;

/** Undergraduate student loan plans. The postgraduate loan is separate: a person may repay both. */
export const StudentLoanPlan = z.enum(["1", "2", "4", "5"]);
export type StudentLoanPlan = z.infer<typeof StudentLoanPlan>;

/** Where a person pays income tax: England and Northern Ireland, Scotland (code starts with S) or Wales (code starts with C). */
export const TaxRegion = z.enum(["restOfUk", "scotland", "wales"]);
export type TaxRegion = z.infer<typeof TaxRegion>;

/** Tax codes that put one rate on all pay. D2 and D3 exist in Scotland only. */
export const FlatRateCode = z.enum(["BR", "D0", "D1", "D2", "D3"]);
export type FlatRateCode = z.infer<typeof FlatRateCode>;
