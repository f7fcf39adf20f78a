import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence, zeroPence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { NationalInsuranceFigures } from "../payroll/types.ts";
import { TaxYearName } from "../people/employer.ts";
import { AssistantHmrcFacts, EmployerHmrcFacts, EmployerTaxYear, HmrcInactivity } from "../people/hmrcFacts.ts";
import {
  AssistantLoan,
  AssistantLoanDetails,
  DeductionOrderDetails,
  DeductionOrderRecord,
  FamilyLeave,
  FamilyLeaveDetails,
  KeepingInTouchDay,
  PensionOptOut,
} from "../people/payArrangements.ts";
import { command, query } from "./operation.ts";

const oneEngagement = z.strictObject({ engagementId: RecordId });
/** What a change answers: facts worth a look, in plain sentences. Nothing was stopped because of them. */
const Saved = z.object({ warnings: z.array(z.string()) });
const Added = Saved.extend({ id: RecordId });

/** An order with what sealed payslips say of it. Pence. */
export const OrderStanding = DeductionOrderRecord.extend({
  isInForce: z.boolean(),
  takenSoFar: Pence,
  lastTaken: Pence.nullable(),
  /** What the last payslip could not take and hands on to the next one. */
  carriedOn: Pence,
});
export type OrderStanding = z.infer<typeof OrderStanding>;

/** A loan with what sealed payslips took back of it. Pence. */
export const LoanStanding = AssistantLoan.extend({ repaid: Pence, left: Pence });
export type LoanStanding = z.infer<typeof LoanStanding>;

/** A family leave with its pay so far, and what is known or missing in plain sentences. */
export const FamilyLeaveStanding = FamilyLeave.extend({
  payName: z.string(),
  lastPaidDay: PlainDate,
  paidSoFar: Pence,
  keepingInTouchDays: z.array(KeepingInTouchDay),
  keepingInTouchDaysLeft: z.number().int(),
  notes: z.array(z.string()),
});
export type FamilyLeaveStanding = z.infer<typeof FamilyLeaveStanding>;

/** What stands beside the dated pay facts of one assistant: orders, loans, family leave, pension, and the facts HMRC asks for. */
export const PayArrangements = z.object({
  /** In the sequence in which they are taken. */
  orders: z.array(OrderStanding),
  isOrderSequenceConfirmed: z.boolean(),
  loans: z.array(LoanStanding),
  familyLeaves: z.array(FamilyLeaveStanding),
  pension: z.object({
    postponedUntil: PlainDate.nullable(),
    optOuts: z.array(PensionOptOut),
    /** Contributions that the next pay run gives back. Pence. */
    refundDue: z.object({ employee: Pence, employer: Pence }).nullable(),
  }),
  hmrcFacts: AssistantHmrcFacts,
  p45GivenOn: PlainDate.nullable(),
});
export type PayArrangements = z.infer<typeof PayArrangements>;

const fromNothing = Pence.min(0).default(zeroPence);

/** Totals of the tax year from before the first payslip here, beyond pay and tax. Pence. */
export const MidYearFigures = z.strictObject({
  nationalInsurance: z.array(NationalInsuranceFigures).default([]),
  studentLoanPence: fromNothing,
  postgraduateLoanPence: fromNothing,
  employeePensionPence: fromNothing,
  employerPensionPence: fromNothing,
  statutorySickPayPence: fromNothing,
  statutoryMaternityPayPence: fromNothing,
  statutoryAdoptionPayPence: fromNothing,
  statutoryPaternityPayPence: fromNothing,
  statutorySharedParentalPayPence: fromNothing,
  statutoryParentalBereavementPayPence: fromNothing,
  statutoryNeonatalCarePayPence: fromNothing,
});
export type MidYearFigures = z.infer<typeof MidYearFigures>;

export const arrangementOperations = {
  "employment.getPayArrangements": query(oneEngagement, PayArrangements),

  /** Adds an order to deduct from pay. With `continuesOrderId` it takes the older order's place: that one stops the day before. */
  "employment.addDeductionOrder": command("Added an order to deduct from pay", DeductionOrderDetails.strict(), Added),

  /** The sequence in which a person's orders are taken, confirmed by the user: the rules between issuers are not simple. */
  "employment.confirmOrderSequence": command(
    "Confirmed the sequence of orders",
    oneEngagement.extend({ orderIds: z.array(RecordId).min(1) }).strict(),
    Saved,
  ),

  /** The last payday an order is taken on. */
  "employment.stopDeductionOrder": command("Stopped an order", z.strictObject({ orderId: RecordId, toOn: PlainDate }), Saved),

  /** Adds a loan or an advance; the money to hand over is shown among the payments due. */
  "employment.addLoan": command("Added a loan to an assistant", AssistantLoanDetails.strict(), Added),

  "employment.changeLoanInstalment": command(
    "Changed the instalment of a loan",
    z.strictObject({ loanId: RecordId, instalmentPence: Pence.min(1, "Enter an amount above zero"), fromOn: PlainDate }),
    Saved,
  ),

  /** Adds family leave; the pay runs of its weeks pay it. */
  "employment.addFamilyLeave": command("Added family leave", FamilyLeaveDetails.strict(), Added),

  /** Puts its dates and evidence right; the next run pays or takes back what changed. */
  "employment.changeFamilyLeave": command(
    "Changed family leave",
    FamilyLeaveDetails.omit({ engagementId: true }).extend({ id: RecordId }).strict(),
    Saved,
  ),

  "employment.addKeepingInTouchDay": command("Added a keeping-in-touch day", z.strictObject({ familyLeaveId: RecordId, onDate: PlainDate }), Added),

  "employment.removeKeepingInTouchDay": command("Removed a keeping-in-touch day", z.strictObject({ id: RecordId }), Saved),

  /** Out of the pension within a month of joining: what was paid in goes back in the next pay run. */
  "employment.optOutOfPension": command(
    "Opted out of the pension",
    /** `letterOn`: the day of the letter about joining, when it came after joining. The month begins with the later of the two. */
    oneEngagement.extend({ noticeOn: PlainDate, letterOn: PlainDate.nullable().optional() }).strict(),
    Saved,
  ),

  /** Puts joining the pension off up to and including a day, at most three months after `fromOn`. */
  "employment.postponePension": command("Put off joining the pension", oneEngagement.extend({ fromOn: PlainDate, until: PlainDate }).strict(), Saved),

  /** The day chosen for re-enrolment, within three months either side of the third anniversary. Null takes it back. */
  "employment.setPensionReenrolment": command("Chose the day of pension re-enrolment", z.strictObject({ on: PlainDate.nullable() }), Saved),

  /** What HMRC asks about the employer, year by year. */
  "employment.getHmrcFacts": query(
    z.strictObject({}),
    z.object({
      employer: EmployerHmrcFacts,
      taxYears: z.array(EmployerTaxYear),
      inactivity: z.array(HmrcInactivity),
      pensionReenrolmentOn: PlainDate.nullable(),
    }),
  ),

  "employment.saveHmrcFacts": command("Saved what HMRC asks about the employer", EmployerHmrcFacts.strict(), Saved),

  /** Whether Small Employers' Relief holds in a tax year. */
  "employment.saveEmployerTaxYear": command("Saved an employer's tax year", EmployerTaxYear.strict(), Saved),

  /** Whole tax months without pay, from the 6th to the 5th. */
  "employment.addHmrcInactivity": command("Added months without pay", HmrcInactivity.omit({ id: true }).strict(), Added),

  "employment.saveAssistantHmrcFacts": command(
    "Saved what HMRC asks about an assistant",
    AssistantHmrcFacts.extend({ engagementId: RecordId }).strict(),
    Saved,
  ),

  /** The P45 was given: what is paid after it is a payment after leaving. */
  "employment.recordP45": command("Gave a P45", oneEngagement.extend({ givenOn: PlainDate }).strict(), Saved),

  /** For somebody paid elsewhere earlier in the tax year: all totals of the last payslip there, beyond pay and tax. */
  "employment.saveMidYearFigures": command(
    "Saved the year's figures from before",
    oneEngagement.extend({ taxYear: TaxYearName, figures: MidYearFigures }).strict(),
    Saved,
  ),
};
