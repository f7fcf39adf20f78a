import type { DocumentModel } from "../../core/documentModel.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { dateOrEmpty, type EmployeeOnPaper, type EmployerOnPaper, factsBlock, nameOnPaper, spacedNationalInsuranceNumber } from "./onPaper.ts";

/** The statutory payments an employer may have to refuse in writing. Kinds without a form of HMRC's are refused by letter. */
export type RefusedPayment =
  | "statutorySickPay"
  | "statutoryMaternityPay"
  | "statutoryAdoptionPay"
  | "statutoryPaternityPay"
  | "statutorySharedParentalPay"
  | "statutoryParentalBereavementPay"
  | "statutoryNeonatalCarePay";

/** What is told about a refusal of one kind: the form, how soon it must be given, and where else help may come from. */
interface RefusalFacts {
  readonly form: string | null;
  readonly name: string;
  readonly giveWithin: string;
  readonly help: string;
  readonly source: string;
}

const family = (form: string | null, name: string, address: string): RefusalFacts => ({
  form,
  name,
  giveWithin: "Give this to your assistant within 28 days of their request, and give back any papers they handed in.",
  help: "They may be able to claim Universal Credit. Citizens Advice can tell them what else there is.",
  source: `GOV.UK, ${address}`,
});

const refusals: Readonly<Record<RefusedPayment, RefusalFacts>> = {
  statutorySickPay: {
    form: "SSP1",
    name: "Statutory Sick Pay",
    giveWithin: "Give this to your assistant within 7 days of their going off sick, or on the day pay must end when it ends early.",
    help: "They may be able to claim Universal Credit or New Style Employment and Support Allowance, and need this paper for the claim.",
    source: "GOV.UK, Statutory Sick Pay (SSP): employer guide, https://www.gov.uk/employers-sick-pay/eligibility-and-form-ssp1",
  },
  statutoryMaternityPay: {
    form: "SMP1",
    name: "Statutory Maternity Pay",
    giveWithin: "Give this to your assistant within 7 days of your decision, and give back the maternity certificate (MAT B1).",
    help: "They may be able to claim Maternity Allowance with form MA1 and need this paper for the claim.",
    source:
      "GOV.UK, Statutory Maternity Pay and Leave: employer guide, https://www.gov.uk/employers-maternity-pay-leave/eligibility-and-proof-of-pregnancy",
  },
  statutoryAdoptionPay: family("SAP1", "Statutory Adoption Pay", "https://www.gov.uk/employers-adoption-pay-leave"),
  statutoryPaternityPay: family("SPP1", "Statutory Paternity Pay", "https://www.gov.uk/employers-paternity-pay-leave"),
  statutorySharedParentalPay: family(null, "Statutory Shared Parental Pay", "https://www.gov.uk/shared-parental-leave-and-pay-employer-guide"),
  statutoryParentalBereavementPay: family(null, "Statutory Parental Bereavement Pay", "https://www.gov.uk/employers-parental-bereavement-pay-leave"),
  statutoryNeonatalCarePay: family(null, "Statutory Neonatal Care Pay", "https://www.gov.uk/employers-neonatal-care-pay-leave"),
};

export interface StatutoryRefusalInput {
  readonly payment: RefusedPayment;
  readonly issuedOn: PlainDate;
  readonly employer: EmployerOnPaper;
  readonly employerPhone: string;
  readonly employee: EmployeeOnPaper;
  /** The first day off, or the first day pay was asked for. */
  readonly from: PlainDate;
  /** The last day paid for, when pay comes to an end; null when none is paid at all. */
  readonly lastPaidOn: PlainDate | null;
  /** Why, in whole sentences, as the calculator told it. At least one. */
  readonly reasons: readonly string[];
}

/** Why a statutory payment is not paid, or ends: the facts of SSP1, SMP1, SAP1 and SPP1, and letters for the other kinds. Source: as in `refusals`. */
export function buildStatutoryRefusalDocument(input: StatutoryRefusalInput): DocumentModel {
  const { employer, employee } = input;
  const { form, name, giveWithin, help, source } = refusals[input.payment];
  const ends = input.lastPaidOn !== null;
  return {
    title: `${form === null ? "" : `${form} `}${name} ${ends ? "is ending" : "cannot be paid"}`,
    subtitle: [nameOnPaper(employee), formatDate(input.issuedOn)],
    author: employer.employerName,
    about: input.issuedOn,
    sections: [
      {
        heading: "About the assistant",
        blocks: [
          factsBlock([
            ["Name", nameOnPaper(employee)],
            ["Address", employee.address],
            ["National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
            ["Date of birth", dateOrEmpty(employee.dateOfBirth)],
            ["Payroll number", employee.payrollNumber],
          ]),
        ],
      },
      {
        heading: ends ? "Why it ends" : "Why it cannot be paid",
        blocks: [
          factsBlock([
            ["From", formatDate(input.from)],
            ["Last day paid for", dateOrEmpty(input.lastPaidOn)],
          ]),
          { kind: "list", items: [...input.reasons] },
        ],
      },
      {
        heading: "What you can do",
        blocks: [
          {
            kind: "list",
            items: [
              help,
              "If you think this is wrong, ask your employer for the reasons in figures. If you still disagree, HMRC's Statutory Payment Dispute Team decides: 03000 560 630.",
              "Acas gives free advice: 0300 123 1100.",
            ],
          },
        ],
      },
      {
        heading: "Employer",
        blocks: [
          factsBlock([
            ["Name", employer.employerName],
            ["Address", employer.employerAddress],
            ["Telephone", input.employerPhone],
            ["PAYE reference", employer.payeReference ?? ""],
          ]),
          {
            kind: "signature",
            lines: [
              { label: "Signature", value: "" },
              { label: "Date", value: "" },
            ],
          },
          { kind: "note", heading: "For the employer", lines: [giveWithin, `Source: ${source}`] },
        ],
      },
    ],
    footer: `${form === null ? name : `${form}, the same facts as the official form`}. Keep a copy for three years after the tax year.`,
  };
}
