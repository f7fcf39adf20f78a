import * as z from "zod";
import { minutes } from "../../../shared/core/minutes.ts";
import { zeroPence } from "../../../shared/core/money.ts";
import { ageOn, formatDate, PlainDate } from "../../../shared/core/plainDate.ts";
import { NationalInsuranceNumber, optionalText, requiredText } from "../../../shared/core/text.ts";
import { StarterKind } from "../../../shared/people/engagement.ts";
import { LoanKind, PensionStatus } from "../../../shared/people/payFacts.ts";
import { emptyOr, optionalMoneyText } from "../../../shared/people/typedText.ts";
import type { Input } from "../../api/client.ts";
import { chosen, dateText, hoursText, optionalDateText } from "../../components/formSchemas.ts";

const yesOrNo = (message: string) => chosen(["yes", "no"], message);

export const NamePage = z.object({
  firstName: requiredText("Enter their first name", 80),
  lastName: requiredText("Enter their last name", 80),
  dateOfBirth: dateText("Enter their date of birth"),
  gender: z.string(),
  phone: optionalText(40),
  email: optionalText(),
  address: optionalText(400),
  postcode: optionalText(12),
});

/** Says that nobody under 13 may be employed, when a date of birth makes them that young; undefined when all is well. */
export function tooYoungMessage(dateOfBirth: unknown, today: PlainDate): string | undefined {
  const born = PlainDate.safeParse(dateOfBirth);
  if (!born.success || (born.data < today && ageOn(born.data, today) >= 13)) return undefined;
  return `${formatDate(born.data)} makes them younger than 13, and nobody under 13 may be employed. Check the year`;
}

export const JobPage = z.object({
  startOn: dateText("Enter their first day of work"),
  jobTitle: requiredText("Enter the job title", 80),
  contractedHours: emptyOr(hoursText("Enter the hours a week")),
  holidayBasis: chosen(["irregularHours", "fixedHours", "rolledUp"], "Choose how holiday works"),
});

export const TaxPage = z
  .object({
    nationalInsuranceNumber: emptyOr(NationalInsuranceNumber),
    starterKind: z.enum(StarterKind.options, { error: "Choose what they brought" }),
    leavingOn: optionalDateText(),
    taxCode: optionalText(12),
    taxablePay: optionalMoneyText(),
    tax: optionalMoneyText(),
  })
  .superRefine((typed, context) => {
    const need = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const isP45 = typed.starterKind === "p45";
    if (isP45 && typed.leavingOn === null) need("leavingOn", "Enter the leaving date on the P45");
    if ((isP45 || typed.starterKind === "existing") && typed.taxCode === "") need("taxCode", "Enter the tax code");
    if (isP45 && typed.taxablePay === null) need("taxablePay", "Enter the total pay to date on the P45");
    if (isP45 && typed.tax === null) need("tax", "Enter the total tax to date on the P45");
  });

export const LoansPage = z.object({
  loans: z.array(LoanKind),
  pensionStatus: z.enum(PensionStatus.options, { error: "Choose where they stand with the pension" }),
});

export const HouseholdPage = z
  .object({
    livesWithPerson: yesOrNo("Choose whether they live in the same household"),
    isFamilyOrFriend: yesOrNo("Choose whether they are family or a friend"),
    agreedBy: optionalText(),
    agreedHow: optionalText(),
    agreedOn: optionalDateText(),
  })
  .superRefine((typed, context) => {
    if (typed.agreedBy === "") return;
    if (typed.agreedHow === "") context.addIssue({ code: "custom", path: ["agreedHow"], message: "Say how they agreed, for example by letter" });
    if (typed.agreedOn === null) context.addIssue({ code: "custom", path: ["agreedOn"], message: "Enter the day they agreed" });
  });

export const RatesPage = z.object({
  rates: z
    .record(z.string(), optionalMoneyText())
    .refine((rates) => Object.values(rates).some((rate) => rate !== null), { message: "Enter at least one rate of pay" }),
});

export const BankPage = z
  .object({ accountName: optionalText(80), sortCode: optionalText(12), accountNumber: optionalText(12) })
  .superRefine((typed, context) => {
    if (typed.accountName + typed.sortCode + typed.accountNumber === "") return;
    if (typed.accountName === "") context.addIssue({ code: "custom", path: ["accountName"], message: "Enter the name on the account" });
    if (!/^(\D*\d){6}\D*$/.test(typed.sortCode))
      context.addIssue({ code: "custom", path: ["sortCode"], message: "A sort code is six numbers, like 12-34-56" });
    if (!/^(\D*\d){6,8}\D*$/.test(typed.accountNumber)) {
      context.addIssue({ code: "custom", path: ["accountNumber"], message: "An account number is eight numbers. Some banks have six or seven" });
    }
  });

/** What was typed on all pages, by field name. */
export type Typed = Readonly<Record<string, unknown>>;

/** The boxes as they are at first. */
export const startTyped: Typed = {
  firstName: "",
  lastName: "",
  dateOfBirth: "",
  gender: "",
  phone: "",
  email: "",
  address: "",
  postcode: "",
  startOn: "",
  jobTitle: "Personal assistant",
  contractedHours: "",
  holidayBasis: "irregularHours",
  nationalInsuranceNumber: "",
  starterKind: "",
  leavingOn: "",
  taxCode: "",
  taxablePay: "",
  tax: "",
  loans: [],
  pensionStatus: "notEligible",
  livesWithPerson: "",
  isFamilyOrFriend: "",
  agreedBy: "",
  agreedHow: "",
  agreedOn: "",
  rates: {},
  accountName: "",
  sortCode: "",
  accountNumber: "",
};

/** All pages together as employment.addAssistant takes them. Every page was checked on its way. */
export function newAssistantFrom(typed: Typed): Input<"employment.addAssistant"> {
  const { gender, ...person } = NamePage.parse(typed);
  const job = JobPage.parse(typed);
  const tax = TaxPage.parse(typed);
  const household = HouseholdPage.parse(typed);
  const bank = BankPage.parse(typed);
  const rates = Object.entries(RatesPage.parse(typed).rates);
  const figures = { taxablePayPence: tax.taxablePay ?? zeroPence, taxPence: tax.tax ?? zeroPence };
  const isP45 = tax.starterKind === "p45" && tax.leavingOn !== null;
  return {
    person,
    gender: gender === "F" || gender === "M" ? gender : null,
    startOn: job.startOn,
    jobTitle: job.jobTitle,
    contractedMinutesPerWeek: job.contractedHours === null ? null : minutes(job.contractedHours),
    holidayBasis: job.holidayBasis,
    nationalInsuranceNumber: tax.nationalInsuranceNumber,
    starterKind: tax.starterKind,
    ...(isP45 && tax.leavingOn && { p45: { leavingOn: tax.leavingOn, taxCode: tax.taxCode, ...figures } }),
    ...(tax.starterKind === "existing" && { taxCode: tax.taxCode, ...(tax.taxablePay !== null && { midYearStart: figures }) }),
    ...LoansPage.parse(typed),
    livesWithPerson: household.livesWithPerson === "yes",
    isFamilyOrFriend: household.isFamilyOrFriend === "yes",
    permission:
      household.agreedBy !== "" && household.agreedOn
        ? { agreedBy: household.agreedBy, how: household.agreedHow, agreedOn: household.agreedOn }
        : null,
    payRates: rates.flatMap(([kindOfTimeId, ratePence]) => (ratePence === null ? [] : [{ kindOfTimeId, ratePence }])),
    bankDetails: bank.accountName === "" ? null : bank,
  };
}
