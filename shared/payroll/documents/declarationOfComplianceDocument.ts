import type { DocumentModel } from "../../core/documentModel.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { type EmployerOnPaper, factsBlock } from "./onPaper.ts";

export interface DeclarationOfComplianceInput {
  readonly asOf: PlainDate;
  readonly employer: EmployerOnPaper & { readonly accountsOfficeReference: string | null };
  readonly employerPhone: string;
  readonly employerEmail: string;
  /** The regulator's letter code; empty when it is not at hand. */
  readonly letterCode: string;
  readonly isRedeclaration: boolean;
  /** The day duties began, or the third anniversary chosen for putting people in again. */
  readonly dutiesOn: PlainDate;
  readonly declareBy: PlainDate;
  readonly scheme: { readonly name: string; readonly reference: string };
  /** People on the duties day, by what the assessment said. */
  readonly counts: {
    readonly enrolled: number;
    readonly alreadyMember: number;
    readonly notEnrolled: number;
    readonly postponed: number;
  };
  readonly postponedTo: PlainDate | null;
}

/**
 * What The Pensions Regulator asks in the declaration of compliance (or the re-declaration after three years), ready to copy into its website. Due even when nobody
 * had to be put into a pension. Source: The Pensions Regulator, Declaration of compliance checklist; payroll rules, section 10.
 */
export function buildDeclarationOfComplianceDocument(input: DeclarationOfComplianceInput): DocumentModel {
  const { employer, counts, scheme } = input;
  const all = counts.enrolled + counts.alreadyMember + counts.notEnrolled + counts.postponed;
  return {
    title: input.isRedeclaration ? "Facts for the re-declaration of compliance" : "Facts for the declaration of compliance",
    subtitle: [`Declare by ${formatDate(input.declareBy)}`, employer.employerName],
    author: employer.employerName,
    about: input.asOf,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "paragraph",
            text: "Type these facts into The Pensions Regulator's website, www.tpr.gov.uk/declare. The app sends nothing. You must declare even if nobody had to be put into a pension.",
          },
        ],
      },
      {
        heading: "1 About you",
        blocks: [
          factsBlock(
            [
              ["Employer", employer.employerName],
              ["Address", employer.employerAddress],
              ["Telephone", input.employerPhone],
              ["Email", input.employerEmail],
              ["PAYE reference", employer.payeReference ?? ""],
              ["Accounts Office reference", employer.accountsOfficeReference ?? ""],
              ["Letter code", input.letterCode],
            ],
            true,
          ),
        ],
      },
      {
        heading: "2 Dates and scheme",
        blocks: [
          factsBlock(
            [
              [input.isRedeclaration ? "Re-enrolment date" : "Duties start date", formatDate(input.dutiesOn)],
              ["Declare by", formatDate(input.declareBy)],
              ["Pension scheme", scheme.name],
              ["Employer's reference with the scheme", scheme.reference],
              ["Joining put off to", input.postponedTo === null ? "nobody was put off" : formatDate(input.postponedTo)],
            ],
            true,
          ),
        ],
      },
      {
        heading: "3 People on that day",
        blocks: [
          {
            kind: "table",
            caption: "People on the duties day",
            columns: [
              { heading: "Who", align: "start", share: 4 },
              { heading: "How many", align: "end" },
            ],
            rows: [
              ...(
                [
                  [input.isRedeclaration ? "Put into the pension again" : "Put into the pension by law", counts.enrolled],
                  ["Already in a pension that counts", counts.alreadyMember],
                  ["Not put in (age or pay), and written to", counts.notEnrolled],
                  ["Joining put off", counts.postponed],
                ] as const
              ).map(([who, value]) => ({
                cells: [
                  { kind: "text" as const, text: who },
                  { kind: "number" as const, value },
                ],
              })),
              {
                cells: [
                  { kind: "text", text: "All who worked for you on that day" },
                  { kind: "number", value: all },
                ],
                isTotal: true,
              },
            ],
          },
        ],
      },
    ],
    footer: "Keep the confirmation of the declaration with your pension papers for six years.",
  };
}
