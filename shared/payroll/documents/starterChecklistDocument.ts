import type { DocumentModel, DocumentSection } from "../../core/documentModel.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import { dateOrEmpty, type EmployeeOnPaper, genderWord, spacedNationalInsuranceNumber } from "./onPaper.ts";

/** What a new PA answered. Null where the question was not answered yet: it is left to fill in by hand. */
export interface StarterChecklistInput {
  readonly employerName: string;
  /** The day the sheet is dated. */
  readonly asOf: PlainDate;
  readonly employee: EmployeeOnPaper;
  readonly startedOn: PlainDate | null;
  readonly statement: "A" | "B" | "C" | null;
  readonly studentLoanPlans: readonly ("1" | "2" | "4" | "5")[] | null;
  readonly hasPostgraduateLoan: boolean | null;
}

/** An employee nobody has told anything about, for a sheet to fill in by hand. */
export const unknownEmployee: EmployeeOnPaper = {
  firstNames: "",
  lastName: "",
  address: "",
  dateOfBirth: null,
  gender: null,
  nationalInsuranceNumber: null,
  payrollNumber: "",
};

const statements = [
  [
    "A",
    "This is my first job since 6 April, and since then I have not had Jobseeker's Allowance, Employment and Support Allowance or Incapacity Benefit, nor a state or workplace pension.",
  ],
  ["B", "This is my only job now, but since 6 April I have had another job, or one of those benefits. I do not get a state or workplace pension."],
  ["C", "I have another job, or I get a state, workplace or private pension."],
] as const;

/**
 * HMRC's starter checklist for a PA without a P45: to fill in by hand, or with what is known. Questions in our own words; HMRC's own form may be used instead.
 * Source: GOV.UK, Starter checklist for PAYE; payroll rules, section 3.1.
 */
export function buildStarterChecklistDocument(input: StarterChecklistInput): DocumentModel {
  return {
    title: "Starter checklist",
    subtitle: ["For a new personal assistant who has no P45", input.employerName],
    author: input.employerName,
    about: input.asOf,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "paragraph",
            text: "Fill this in and give it to your employer before your first payday. It decides your tax code. Do not send it to HMRC.",
          },
        ],
      },
      personal(input),
      statementSection(input),
      loanSection(input),
      {
        heading: "Declaration",
        blocks: [
          { kind: "paragraph", text: "What I have written here is correct and complete." },
          {
            kind: "signature",
            lines: [
              { label: "Full name", value: "" },
              { label: "Signature and date", value: "" },
            ],
          },
        ],
      },
    ],
    footer: "Employer: keep this for the tax year and three years more.",
  };
}

function personal({ employee, startedOn }: StarterChecklistInput): DocumentSection {
  const lines: readonly (readonly [string, string])[] = [
    ["1 Last name", employee.lastName],
    ["2 First names", employee.firstNames],
    ["3 Sex", genderWord(employee.gender)],
    ["4 Date of birth", dateOrEmpty(employee.dateOfBirth)],
    ["5 Home address and postcode", employee.address],
    ["6 National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
    ["7 Employment start date", dateOrEmpty(startedOn)],
  ];
  return { heading: "About you", blocks: [{ kind: "signature", lines: lines.map(([label, value]) => ({ label, value })) }] };
}

const box = (isChosen: boolean | null) => (isChosen === true ? "[X]" : "[  ]");

const statementSection = ({ statement }: StarterChecklistInput): DocumentSection => ({
  heading: "8 Your statement: choose one",
  blocks: [{ kind: "list", items: statements.map(([letter, words]) => `${box(statement === letter)} Statement ${letter}. ${words}`) }],
});

function loanSection({ studentLoanPlans, hasPostgraduateLoan }: StarterChecklistInput): DocumentSection {
  const plan = (each: "1" | "2" | "4" | "5", words: string) => `${box(studentLoanPlans?.includes(each) ?? null)} Plan ${each}: ${words}`;
  return {
    heading: "9 Student and postgraduate loans",
    blocks: [
      {
        kind: "paragraph",
        text: "Tick a plan if you finished the course before the last 6 April, the loan is not paid off, and you do not pay it by Direct Debit.",
      },
      {
        kind: "list",
        items: [
          plan("1", "started before September 2012 in England or Wales, or Northern Ireland"),
          plan("2", "England from September 2012 to July 2023, or Wales from September 2012"),
          plan("4", "Scotland"),
          plan("5", "England from August 2023"),
          `${box(hasPostgraduateLoan)} Postgraduate loan`,
          `${box(studentLoanPlans === null ? null : studentLoanPlans.length === 0 && hasPostgraduateLoan === false)} I have none of these`,
        ],
      },
    ],
  };
}
