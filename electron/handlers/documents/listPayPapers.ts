import type * as z from "zod";
import type { AvailableDocument, DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { RefusedPayment } from "../../../shared/payroll/documents/statutoryRefusalDocument.ts";
import { hmrcPeriodOfMonth } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { fullName } from "../../../shared/people/person.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import type { PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";
import { gatherSummary } from "../hmrc/employerSummary.ts";
import { taxYearEnd } from "../hmrc/personYear.ts";
import { gatherYear } from "../hmrc/yearFacts.ts";
import { refusalsOf } from "./personPapers.ts";

/** As the list of documents holds them. */
export type ListedDocument = z.input<typeof AvailableDocument>;
export type ListedGroup = z.input<typeof DocumentGroup>;

const paper = (title: string, detail: string, fileName: string, operation: string, input: ListedDocument["input"]): ListedDocument => ({
  title,
  detail,
  fileName,
  operation,
  input,
  hasLargePrint: fileName.endsWith(".pdf"),
});

/** What the employer needs whatever the day. */
export function employerGroup(employer: Employer, today: PlainDate): ListedGroup {
  return {
    id: "employer",
    kind: "employer",
    title: "You as an employer",
    on: today,
    documents: [
      paper(
        "Starter checklist to fill in by hand (PDF)",
        "For a new assistant without a P45",
        "starter checklist.pdf",
        "documents.starterChecklistPdf",
        {},
      ),
      ...(employer.pensionStagingOn === null
        ? []
        : [
            paper(
              "Facts for the declaration of compliance (PDF)",
              "To type into The Pensions Regulator's website",
              "declaration of compliance.pdf",
              "documents.declarationOfCompliancePdf",
              {},
            ),
          ]),
    ],
  };
}

/** The papers of each tax year with a payslip, newest first. P60s are there once the year is over. */
export function taxYearGroups(db: ReadDb, employer: Employer, papers: readonly PayslipPaper[], today: PlainDate): ListedGroup[] {
  const taxYears = [...new Set(papers.map(({ payday }) => taxYearOf(payday)))].reverse();
  return taxYears.map((taxYear) => {
    const ofYear = papers.filter(({ payday }) => taxYearOf(payday) === taxYear);
    const people = [...new Map(ofYear.map(({ engagementId, employeeName }) => [engagementId as string, employeeName]))];
    const end = taxYearEnd(taxYear);
    const isOver = today >= end;
    const engagements = new Map(listEngagements(db).map((engagement) => [engagement.id as string, engagement]));
    const detail = `6 April ${taxYear.slice(0, 4)} to ${formatDate(end)}`;
    const isPaper = employer.filingRoute === "paper";
    const perPerson = people.flatMap(([engagementId, name]) => {
      const endOn = engagements.get(engagementId)?.endOn ?? null;
      const input = { engagementId, taxYear };
      const hasP60 = isOver && (endOn === null || endOn >= end);
      return [
        ...(hasP60 ? [paper(`P60 of ${name} (PDF)`, detail, `P60 ${name} ${taxYear}.pdf`, "documents.p60Pdf", input)] : []),
        paper(`P11 of ${name} (PDF)`, detail, `P11 ${name} ${taxYear}.pdf`, "documents.p11Pdf", input),
        ...(isPaper ? paperForms(name, input, ofYear, taxYear) : []),
      ];
    });
    return {
      id: `tax year ${taxYear}`,
      kind: "taxYear" as const,
      title: `Tax year ${taxYear}`,
      on: end < today ? end : today,
      documents: [
        paper("Everything of this tax year (ZIP)", detail, `tax year ${taxYear}.zip`, "documents.yearSet", { taxYear }),
        paper("P32 Employer payment record (PDF)", detail, `P32 ${taxYear}.pdf`, "documents.p32Pdf", { taxYear }),
        ...perPerson,
        ...summaries(db, employer, taxYear, today),
      ],
    };
  });
}

function paperForms(
  name: string,
  input: { readonly engagementId: string; readonly taxYear: string },
  ofYear: readonly PayslipPaper[],
  taxYear: string,
) {
  const quarters = ([1, 2, 3, 4] as const).filter((quarter) => {
    const { from, to } = hmrcPeriodOfMonth(taxYear, quarter * 3, true);
    return ofYear.some(({ engagementId, payday }) => engagementId === input.engagementId && payday >= from && payday <= to);
  });
  return [
    paper(`RT11 of ${name} (PDF)`, "Figures to copy onto the form", `RT11 ${name} ${taxYear}.pdf`, "documents.rt11Pdf", input),
    ...quarters.map((quarter) =>
      paper(
        `RT2 of ${name}, quarter ${quarter} (PDF)`,
        "Figures to copy onto the form",
        `RT2 ${name} ${taxYear} quarter ${quarter}.pdf`,
        "documents.rt2Pdf",
        {
          ...input,
          quarter,
        },
      ),
    ),
  ];
}

/** The Employer Payment Summary of the newest tax month, while something in it was not told yet: it takes earlier months with it. */
function summaries(db: ReadDb, employer: Employer, taxYear: string, today: PlainDate): ListedDocument[] {
  const year = gatherYear(db, taxYear, today);
  const taxMonth = year.months.findLast(({ period }) => period.from <= today)?.period.firstTaxMonth;
  if (taxMonth === undefined) return [];
  const { period, reasons, submissions } = gatherSummary(db, year, taxMonth, today);
  if (reasons.length === 0 || submissions.some(({ toldOn }) => toldOn !== null)) return [];
  const detail = `${formatDate(period.from)} to ${formatDate(period.to)}`;
  const input = { taxYear, taxMonth };
  return employer.filingRoute === "paper"
    ? [paper(`RT5, tax month ${taxMonth} (PDF)`, detail, `RT5 ${taxYear} month ${taxMonth}.pdf`, "documents.rt5Pdf", input)]
    : [paper(`Employer Payment Summary, tax month ${taxMonth} (XML)`, detail, `EPS ${taxYear} month ${taxMonth}.xml`, "documents.epsXml", input)];
}

const refusalForms: Readonly<Record<RefusedPayment, string>> = {
  statutorySickPay: "SSP1, Statutory Sick Pay",
  statutoryMaternityPay: "SMP1, Statutory Maternity Pay",
  statutoryAdoptionPay: "SAP1, Statutory Adoption Pay",
  statutoryPaternityPay: "SPP1, Statutory Paternity Pay",
  statutorySharedParentalPay: "Letter about Statutory Shared Parental Pay",
  statutoryParentalBereavementPay: "Letter about Statutory Parental Bereavement Pay",
  statutoryNeonatalCarePay: "Letter about Statutory Neonatal Care Pay",
};

/** The papers of each assistant, those who left last. */
export function peopleGroups(db: ReadDb, papers: readonly PayslipPaper[], today: PlainDate): ListedGroup[] {
  const engagements = listEngagements(db);
  const hasLeft = (endOn: PlainDate | null) => endOn !== null && endOn < today;
  return [...engagements]
    .sort((a, b) => Number(hasLeft(a.endOn)) - Number(hasLeft(b.endOn)))
    .map((engagement) => {
      const { id: engagementId, endOn, startOn } = engagement;
      const name = fullName(engagement.person);
      const isPaid = papers.some((each) => each.engagementId === engagementId);
      const since = endOn === null ? `Since ${formatDate(startOn)}` : `${formatDate(startOn)} to ${formatDate(endOn)}`;
      const input = { engagementId };
      return {
        id: engagementId,
        kind: "person" as const,
        title: name,
        on: endOn ?? today,
        documents: [
          ...(endOn !== null && isPaid ? [paper("P45 (PDF)", `Left on ${formatDate(endOn)}`, `P45 ${name}.pdf`, "documents.p45Pdf", input)] : []),
          paper("Record for one assistant (PDF)", "Hours, pay and leave, for an inspector", `record ${name}.pdf`, "documents.payHistoryPdf", input),
          paper("Pension letter (PDF)", "As the newest payslip assessed", `pension letter ${name}.pdf`, "documents.pensionLetterPdf", input),
          paper("Starter checklist (PDF)", since, `starter checklist ${name}.pdf`, "documents.starterChecklistPdf", input),
          paper("Check the National Insurance number with HMRC (XML)", since, `NINO verification ${today}.xml`, "documents.ninoVerificationXml", {
            engagementIds: [engagementId],
          }),
          ...refusalsOf(db, engagementId, today).map(({ payment, from }) =>
            paper(`${refusalForms[payment]} (PDF)`, `From ${formatDate(from)}`, `refusal ${name} ${from}.pdf`, "documents.refusalPdf", {
              engagementId,
              payment,
              from,
            }),
          ),
        ],
      };
    });
}
