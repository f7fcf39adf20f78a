import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { BureauLine, BureauPayslip } from "../payroll/bureau/bureauPayslip.ts";
import { BureauMonth, BureauMonthLine } from "../payroll/bureau/checkBureauMonth.ts";
import { TypedPayslip } from "../payroll/bureau/typedPayslip.ts";
import { TaxYearName } from "../people/employer.ts";
import { type Operations, query } from "./operation.ts";

const Reason = z.object({ id: z.string(), text: z.string(), wayOut: z.string() });
const checked = {
  label: z.string(),
  state: z.enum(["agrees", "differs", "notShown"]),
  bureau: Pence.nullable(),
  ours: Explained,
  difference: Pence.nullable(),
  reasons: z.array(Reason),
};

/** A bureau's payslip beside ours, line by line, with the likely reasons of what differs. */
export const BureauPayslipAnswer = z.object({
  name: z.string(),
  payday: PlainDate,
  agrees: z.boolean(),
  differing: z.number().int(),
  settings: z.array(z.object({ name: z.string(), bureau: z.string(), ours: z.string(), agrees: z.boolean() })),
  lines: z.array(z.object({ line: BureauLine, ...checked })),
});
export type BureauPayslipAnswer = z.infer<typeof BureauPayslipAnswer>;

/** A bureau's P32 of a month or quarter beside ours. */
export const BureauMonthAnswer = z.object({
  taxYear: z.string(),
  from: PlainDate,
  to: PlainDate,
  agrees: z.boolean(),
  differing: z.number().int(),
  lines: z.array(z.object({ line: BureauMonthLine, ...checked })),
});
export type BureauMonthAnswer = z.infer<typeof BureauMonthAnswer>;

/** What a bureau's payslip can be checked against. */
export const BureauChoices = z.object({
  payslips: z.array(z.object({ payslipId: RecordId, engagementId: RecordId, name: z.string(), payrollNumber: z.string(), payday: PlainDate })),
  /** People of the pay run that is not finished yet, and of the next period when there is none. */
  drafts: z.array(z.object({ engagementId: RecordId, name: z.string(), payrollNumber: z.string(), payday: PlainDate })),
  people: z.array(z.object({ engagementId: RecordId, name: z.string(), payrollNumber: z.string() })),
  /** Tax months (or quarters) with a finished payday, newest first. */
  months: z.array(z.object({ taxYear: z.string(), firstTaxMonth: z.number().int(), from: PlainDate, to: PlainDate })),
});
export type BureauChoices = z.infer<typeof BureauChoices>;

export const bureauOperations = {
  /** Payslips, people and months that a bureau's papers can be checked against. */
  "bureau.choices": query(z.strictObject({}), BureauChoices),

  /** What is known of a person on a payday, to begin typing a payslip with. Null for somebody without a tax code or letter then. */
  "bureau.startTyped": query(z.strictObject({ engagementId: RecordId, payday: PlainDate }), TypedPayslip.nullable()),

  /** Compares a bureau's payslip with a finished one, with one of the next pay run, or with what is typed. Nothing is kept. */
  "bureau.checkPayslip": query(
    z.strictObject({
      against: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("payslip"), payslipId: RecordId }),
        z.strictObject({ kind: z.literal("draft"), engagementId: RecordId }),
        z.strictObject({ kind: z.literal("typed"), engagementId: RecordId.nullable().default(null), typed: TypedPayslip }),
      ]),
      bureau: BureauPayslip,
    }),
    BureauPayslipAnswer,
  ),

  /** Compares a bureau's P32 of a month or quarter with ours. Nothing is kept. */
  "bureau.checkMonth": query(
    z.strictObject({ taxYear: TaxYearName, firstTaxMonth: z.number().int().min(1).max(12), bureau: BureauMonth }),
    BureauMonthAnswer,
  ),
} satisfies Operations;
