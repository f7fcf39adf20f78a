import type { DocumentModel } from "../../shared/core/documentModel.ts";
import { explain } from "../../shared/core/explanation.ts";
import { minutes } from "../../shared/core/minutes.ts";
import { basisPoints, pence, sumPence } from "../../shared/core/money.ts";
import { addDays, plainDate } from "../../shared/core/plainDate.ts";
import { buildDeclarationOfComplianceDocument } from "../../shared/payroll/documents/declarationOfComplianceDocument.ts";
import type { EmployeeOnPaper } from "../../shared/payroll/documents/onPaper.ts";
import { buildP11Document } from "../../shared/payroll/documents/p11Document.ts";
import { buildP32Document } from "../../shared/payroll/documents/p32Document.ts";
import { buildP45Document } from "../../shared/payroll/documents/p45Document.ts";
import { buildP60Document } from "../../shared/payroll/documents/p60Document.ts";
import { buildPaydaySheetDocument } from "../../shared/payroll/documents/paydaySheetDocument.ts";
import { buildPayHistoryDocument } from "../../shared/payroll/documents/payHistoryDocument.ts";
import { calculatePayJournal } from "../../shared/payroll/documents/payJournal.ts";
import { buildPayJournalDocument } from "../../shared/payroll/documents/payJournalDocument.ts";
import { buildPaymentListDocument } from "../../shared/payroll/documents/paymentListDocument.ts";
import { buildPayslipDocument } from "../../shared/payroll/documents/payslipDocument.ts";
import { buildPensionLetterDocument, type PensionLetterInput } from "../../shared/payroll/documents/pensionLetterDocument.ts";
import { buildStarterChecklistDocument, unknownEmployee } from "../../shared/payroll/documents/starterChecklistDocument.ts";
import { buildStatutoryRefusalDocument } from "../../shared/payroll/documents/statutoryRefusalDocument.ts";
import { calculatePaymentRecord, type PaymentRecordPayslip, paymentPeriodsOf } from "../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { calculateHmrcAccount, type HmrcPayment } from "../../shared/payroll/hmrc/hmrcAccount.ts";
import { startOfYear } from "../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput } from "../../shared/payroll/types.ts";
import { taxYear2026 } from "../../shared/rates/2026-27.ts";
import { aPayLine } from "./payslipBuilders.ts";
import { aSealedPayslip } from "./sealedPayslips.ts";

/** One made-up person's year: the sealed payslips of 2026-27, four-weekly, each building on the one before. */
export interface PersonsYear {
  readonly engagementId: string;
  readonly employee: EmployeeOnPaper;
  readonly payslips: readonly PaymentRecordPayslip[];
}

const names = ["Tom Ellery", "Nadia Rahman", "Gwen Pryce", "Łukasz Nowak", "Siôn Ŵyn"] as const;
export const employer = {
  employerName: "Amara Okafor",
  employerAddress: "4 Orchard Lane, Testford, ZZ1 2AB",
  payeReference: "123/AB456",
  accountsOfficeReference: "123PA00012345",
} as const;
const firstPayday = plainDate("2026-04-24");
const runs = 13;

/** A whole tax year of pay for so many people (at most five): loans, an order, statutory pay and mileage among them. */
export function aYearOfPay(people: number): readonly PersonsYear[] {
  return names.slice(0, people).map((name, person) => {
    const [firstNames = "", lastName = ""] = name.split(" ");
    const employee: EmployeeOnPaper = {
      firstNames,
      lastName,
      address: `${person + 1} Bridge Street, Testford, ZZ1 1ZZ`,
      dateOfBirth: plainDate("1990-03-14"),
      gender: person % 2 === 0 ? "M" : "F",
      nationalInsuranceNumber: `QQ12345${person}C`,
      payrollNumber: String(person + 1),
    };
    let yearToDate = startOfYear(pence(person === 1 ? 900_00 : 0), pence(person === 1 ? 40_20 : 0));
    const payslips = Array.from({ length: runs }, (_, run): PaymentRecordPayslip => {
      const payday = addDays(firstPayday, 28 * run);
      const result = aSealedPayslip({
        ...payOf(person, run),
        payday,
        periodFrom: addDays(payday, -32),
        periodTo: addDays(payday, -5),
        employeeName: firstNames,
        yearToDate,
      });
      yearToDate = result.yearToDate;
      return { payslipId: `payslip-${person}-${run}`, engagementId: `engagement-${person}`, employeeName: name, result };
    });
    return { engagementId: `engagement-${person}`, employee, payslips };
  });
}

function payOf(person: number, run: number): Partial<PayslipInput> {
  const hours = 80 + ((person * 7 + run * 3) % 40);
  const care = aPayLine(pence(hours * 1_350), { label: "Weekday care", minutes: minutes(hours * 60), ratePence: pence(1_350) });
  const isOnFamilyLeave = person === 2 && run >= 4 && run <= 8;
  const familyPay = aPayLine(pence(777_28), { kind: "statutoryMaternityPay", label: "Statutory Maternity Pay", minutes: null, ratePence: null });
  const mileage = aPayLine(pence(22_50), { kind: "mileage", label: "Mileage", minutes: null, units: 50, ratePence: pence(45) });
  return {
    studentLoanPlan: person === 1 ? "2" : null,
    hasPostgraduateLoan: person === 3,
    payLines: isOnFamilyLeave ? [familyPay] : person === 0 ? [care, mileage] : [care],
    otherDeductions:
      person === 4
        ? [
            {
              kind: "loan",
              label: "Season ticket loan",
              amount: pence(20_00),
              explanation: explain({ name: "Loan", source: "test" }, [{ text: "Loan.", amount: pence(20_00) }]),
            },
          ]
        : [],
  };
}

/** The payment record of the year with the account, half of each month's bill paid in the month after. */
export function recordOf(people: readonly PersonsYear[], payments: readonly HmrcPayment[] = [], paysQuarterly = false) {
  const payslips = people.flatMap((each) => each.payslips);
  const months = calculatePaymentRecord({ rates: taxYear2026, claimsEmploymentAllowance: true, isSmallEmployer: true, payslips });
  const account = calculateHmrcAccount({
    accountsOfficeReference: employer.accountsOfficeReference,
    periods: paymentPeriodsOf(months, paysQuarterly),
    payments,
    broughtForward: pence(0),
  });
  return { payslips, months, account };
}

export interface NamedPaper {
  readonly name: string;
  readonly model: DocumentModel;
}

/** Every paper of one pay run: payslips, payment list, payday sheet, journal. */
export function papersOfRun(people: readonly PersonsYear[], run: number): NamedPaper[] {
  const slips = people.flatMap((person) => person.payslips.slice(run, run + 1).map((slip) => ({ ...slip, employee: person.employee })));
  const payday = addDays(firstPayday, 28 * run);
  const wages = slips.map(({ employeeName, result }) => ({
    employeeName,
    amount: result.netPay.amount,
    accountEnding: "8820",
    reference: "WAGES 1",
  }));
  return [
    ...slips.map(({ employee, result }) => ({
      name: `payslip-${employee.payrollNumber}`,
      model: buildPayslipDocument(result, {
        employerName: employer.employerName,
        payeReference: employer.payeReference,
        employeeName: `${employee.firstNames} ${employee.lastName}`,
        employeeAddress: employee.address,
        payrollNumber: employee.payrollNumber,
        nationalInsuranceNumber: employee.nationalInsuranceNumber,
        bankAccountEnding: "8820",
        holidayLeft: minutes(2_292),
      }),
    })),
    {
      name: "payday-sheet",
      model: buildPaydaySheetDocument({
        employerName: employer.employerName,
        payday,
        wages,
        hmrc: { amount: pence(273_29), dueOn: plainDate("2026-05-22"), reference: "123PA000123452701" },
        pension: { payee: "Sample Pension", amount: pence(120_00), dueOn: plainDate("2026-05-22"), reference: "SP-1001" },
        orders: [{ payee: "Testford Council", amount: pence(123_35), dueOn: plainDate("2026-05-19"), reference: "CT-77" }],
      }),
    },
    {
      name: "payment-list",
      model: buildPaymentListDocument({
        employerName: employer.employerName,
        payday,
        payments: wages.map((each) => ({
          payee: each.employeeName,
          what: "Wages",
          account: "T Ellery, 20-00-00, 55558820",
          reference: "WAGES 1",
          dueOn: payday,
          amount: each.amount,
        })),
      }),
    },
    {
      name: "pay-journal",
      model: buildPayJournalDocument({
        employerName: employer.employerName,
        payday,
        journal: calculatePayJournal(
          slips.map(({ result }) => result),
          { employmentAllowance: sumPence(slips.map(({ result }) => result.employerNationalInsurance.amount)), statutoryPayRecovered: pence(0) },
        ),
      }),
    },
  ];
}

/** Every paper of the year: P32, P60 and P11 for each person, and one of each of the others. */
export function papersOfYear(people: readonly PersonsYear[]): NamedPaper[] {
  const asOf = plainDate("2027-04-05");
  const first = people[0] as PersonsYear;
  const { payslips, months, account } = recordOf(people, [
    { id: "1", paidOn: plainDate("2026-05-20"), amount: pence(300_00), forTaxMonth: 1 },
    { id: "2", paidOn: plainDate("2026-06-20"), amount: pence(900_00), forTaxMonth: null },
  ]);
  return [
    { name: "p32", model: buildP32Document({ taxYear: "2026-27", asOf, employer, months, account, payslips }) },
    ...people.flatMap(({ employee, payslips: own }) => {
      const results = own.map(({ result }) => result);
      const last = results.at(-1);
      if (!last) return [];
      const number = employee.payrollNumber;
      return [
        {
          name: `p60-${number}`,
          model: buildP60Document({
            taxYear: "2026-27",
            issuedOn: plainDate("2027-05-20"),
            employer,
            employee,
            finalTaxCode: last.taxCode,
            isWeek1Month1: last.isWeek1Month1,
            yearToDate: last.yearToDate,
          }),
        },
        { name: `p11-${number}`, model: buildP11Document({ taxYear: "2026-27", asOf, employer, employee, payslips: results }) },
        {
          name: `p45-${number}`,
          model: buildP45Document({
            issuedOn: asOf,
            employer,
            employee,
            leftOn: plainDate("2027-03-26"),
            lastPayslip: last,
            studentLoanContinues: number === "2",
          }),
        },
        {
          name: `record-${number}`,
          model: historyOf(
            employee,
            results.map((result, run) => ({ result, run })),
          ),
        },
      ];
    }),
    ...papersOfStarters(first.employee),
  ];
}

function historyOf(
  employee: EmployeeOnPaper,
  results: readonly { readonly result: PaymentRecordPayslip["result"]; readonly run: number }[],
): DocumentModel {
  return buildPayHistoryDocument({
    employerName: employer.employerName,
    asOf: plainDate("2027-04-05"),
    from: plainDate("2026-04-06"),
    to: plainDate("2027-04-05"),
    employee,
    startedOn: plainDate("2025-01-06"),
    leftOn: null,
    periods: results.map(({ result, run }) => ({
      from: result.periodFrom,
      to: result.periodTo,
      payday: result.payday,
      minutes: result.minutesWorked,
      pay: result.grossPay.amount,
      hourlyPay: pence(run === 3 ? 12_50 : 13_50),
      minimumRate: pence(12_71),
      passes: run !== 3,
    })),
    leaveYears: [
      {
        from: plainDate("2026-04-01"),
        to: plainDate("2027-03-31"),
        entitled: minutes(9_000),
        carriedIn: minutes(480),
        taken: minutes(4_800),
        paidInLieu: minutes(0),
        carriedOver: minutes(600),
        left: minutes(4_080),
      },
    ],
    leavePayments: [
      {
        on: plainDate("2026-08-14"),
        what: "Holiday, 3 days",
        minutes: minutes(1_080),
        pay: pence(243_00),
        howWorkedOut: "18 hours at £13.50, the average of the last 52 paid weeks.",
      },
    ],
  });
}

function papersOfStarters(employee: EmployeeOnPaper): NamedPaper[] {
  const asOf = plainDate("2026-05-10");
  const letter = {
    writtenOn: asOf,
    employerName: employer.employerName,
    employerContact: "Amara Okafor, 020 7946 0000",
    employeeName: `${employee.firstNames} ${employee.lastName}`,
    employeeAddress: employee.address,
    scheme: {
      name: "Sample Pension",
      address: "1 Scheme Street, Testford, ZZ9 9ZZ",
      phone: "0300 000 0000",
      website: "www.example.org",
      reference: "SP-1001",
      taxTreatment: "reliefAtSource" as const,
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
    },
    earningsTrigger: pence(768_00),
    lowerEarnings: pence(480_00),
    payPeriod: "four weeks" as const,
  };
  const letters: PensionLetterInput[] = [
    { ...letter, category: "eligible", enrolledOn: plainDate("2026-05-04") },
    { ...letter, category: "nonEligible" },
    { ...letter, category: "entitled" },
    { ...letter, category: "alreadyMember" },
    { ...letter, category: "postponed", postponedFrom: plainDate("2026-05-04"), postponedTo: plainDate("2026-08-03") },
  ];
  const starter = { employerName: employer.employerName, asOf, startedOn: plainDate("2026-05-04") };
  return [
    {
      name: "starter-empty",
      model: buildStarterChecklistDocument({
        ...starter,
        startedOn: null,
        employee: unknownEmployee,
        statement: null,
        studentLoanPlans: null,
        hasPostgraduateLoan: null,
      }),
    },
    {
      name: "starter-filled",
      model: buildStarterChecklistDocument({ ...starter, employee, statement: "B", studentLoanPlans: ["2"], hasPostgraduateLoan: false }),
    },
    ...letters.map((input) => ({ name: `letter-${input.category}`, model: buildPensionLetterDocument(input) })),
    {
      name: "ssp1",
      model: buildStatutoryRefusalDocument({
        payment: "statutorySickPay",
        issuedOn: asOf,
        employer,
        employerPhone: "020 7946 0000",
        employee,
        from: plainDate("2026-05-04"),
        lastPaidOn: null,
        reasons: ["Sick pay is only for days the person would have worked. There are none in this absence."],
      }),
    },
    {
      name: "declaration",
      model: buildDeclarationOfComplianceDocument({
        asOf,
        employer,
        employerPhone: "020 7946 0000",
        employerEmail: "amara@example.org",
        letterCode: "",
        isRedeclaration: false,
        dutiesOn: plainDate("2026-05-10"),
        declareBy: plainDate("2026-10-09"),
        scheme: { name: "Sample Pension", reference: "SP-1001" },
        counts: { enrolled: 2, alreadyMember: 0, notEnrolled: 1, postponed: 1 },
        postponedTo: plainDate("2026-08-03"),
      }),
    },
  ];
}
