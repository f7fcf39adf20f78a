import * as z from "zod";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { checkIds } from "./checkResult.ts";

/**
 * What a funder asks for in a return, as data: shared, versioned, never code. There is no national form; one model says
 * what each council and each place of an integrated care board wants.
 */
export const TemplateStatus = z.enum(["example", "checkedByUser", "confirmedByIssuer", "superseded"]);
export type TemplateStatus = z.infer<typeof TemplateStatus>;

/** Months counted from a day of the year (quarters need not start in January), weeks counted from a day, or since the last return. */
export const ReturnPeriodRule = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("months"),
    count: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(6), z.literal(12)]),
    anchor: z.object({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(28) }),
  }),
  z.object({
    kind: z.literal("weeks"),
    count: z.union([z.literal(4), z.literal(12), z.literal(13), z.literal(26), z.literal(52)]),
    anchor: PlainDate,
  }),
  z.object({ kind: z.literal("sinceLastReturn") }),
  z.object({ kind: z.literal("list"), periods: z.array(z.object({ from: PlainDate, to: PlainDate, dueOn: PlainDate })) }),
  z.object({ kind: z.literal("asLetter") }),
]);
export type ReturnPeriodRule = z.infer<typeof ReturnPeriodRule>;

export const DueRule = z.object({
  rule: z.enum(["afterPeriodEnd", "afterRequest", "fixedList", "none"]),
  days: z.number().int().min(0).max(366).optional(),
});
export type DueRule = z.infer<typeof DueRule>;

/** What counts as owed or set aside before the rest is called spare. */
export const Deduction = z.enum(["unpaidWages", "hmrcDue", "pensionDue", "unpaidInvoices", "accruedLeave", "redundancyEarmark", "plannedSaving"]);
export type Deduction = z.infer<typeof Deduction>;

/** How much may stay in the account. `most` is weeks of the regular payment, or pence for a fixed amount. */
export const ReserveRule = z.object({
  basis: z.enum(["weeksOfPayment", "fixedAmount", "agreedIndividually", "none"]),
  most: z.number().int().min(0),
  least: z.number().int().min(0).optional(),
  deduct: z.array(Deduction),
  above: z.enum(["reclaim", "discuss", "reportOnly"]),
});
export type ReserveRule = z.infer<typeof ReserveRule>;

export const EvidenceRule = z.object({
  what: z.enum(["bankStatement", "payslip", "timesheet", "receipt", "insuranceCertificate", "contractConfirmation", "holidayRecord"]),
  per: z.enum(["account", "transaction", "employeePeriod", "employee", "year"]),
  /** Receipts are wanted from this amount on, in pence. */
  fromPence: Pence.optional(),
  supply: z.enum(["send", "keepReady", "funderAlreadyHas"]),
  missing: z.enum(["block", "warn", "explain"]),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

export const ReturnSection = z.enum([
  "people",
  "reconciliation",
  "receipts",
  "categoryTotals",
  "commitments",
  "surplus",
  "shares",
  "transactions",
  "employees",
  "employerCompliance",
  "checks",
  "evidenceIndex",
  "declaration",
]);
export type ReturnSection = z.infer<typeof ReturnSection>;

export const ReturnTemplate = z.object({
  id: z.string(),
  version: z.string(),
  status: TemplateStatus,
  name: z.string(),
  /** The funder's own word for it: "return", "audit", "financial check-up". */
  word: z.string(),
  issuer: z.object({ name: z.string(), kind: z.enum(["icb", "council", "joint", "supportOrganisation"]) }),
  description: z.string(),
  period: ReturnPeriodRule,
  due: DueRule,
  sections: z.array(ReturnSection),
  /** Our spending kinds under the issuer's headings; what is not named keeps our own heading. */
  categories: z.array(z.object({ ours: z.string(), theirs: z.string() })),
  evidence: z.array(EvidenceRule),
  reserve: ReserveRule,
  /** "percent": each funder's share of the totals by the shares of the budget. */
  split: z.enum(["none", "percent"]),
  checks: z.array(z.object({ id: z.enum(checkIds), severity: z.enum(["block", "warn"]) })),
  declaration: z.object({ text: z.string(), signers: z.array(z.enum(["holder", "budgetPerson", "representative"])) }),
  delivery: z.object({ routes: z.array(z.enum(["email", "post", "portal", "visit"])), keepYears: z.number().int() }),
});
export type ReturnTemplate = z.infer<typeof ReturnTemplate>;

/** Words every starter template carries: an example is not the funder's own rule. */
export const exampleWarning = "Check this against your own agreement. It is an example, not your funder's own form.";
