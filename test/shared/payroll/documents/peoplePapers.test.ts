import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import {
  buildDeclarationOfComplianceDocument,
  type DeclarationOfComplianceInput,
} from "../../../../shared/payroll/documents/declarationOfComplianceDocument.ts";
import { buildPayHistoryDocument, type PayHistoryInput } from "../../../../shared/payroll/documents/payHistoryDocument.ts";
import { buildPensionLetterDocument, type PensionLetterInput } from "../../../../shared/payroll/documents/pensionLetterDocument.ts";
import {
  buildStarterChecklistDocument,
  type StarterChecklistInput,
  unknownEmployee,
} from "../../../../shared/payroll/documents/starterChecklistDocument.ts";
import {
  buildStatutoryRefusalDocument,
  type RefusedPayment,
  type StatutoryRefusalInput,
} from "../../../../shared/payroll/documents/statutoryRefusalDocument.ts";
import { factsOf, rowsOf, sentencesOf } from "../../../support/documentText.ts";
import { employer } from "../../../support/yearOfPay.ts";

const day = plainDate;
const employee = {
  firstNames: "Tom",
  lastName: "Ellery",
  address: "1 Bridge Street, Testford, ZZ1 1ZZ",
  dateOfBirth: day("1990-03-14"),
  gender: "M" as const,
  nationalInsuranceNumber: "QQ123450C",
  payrollNumber: "1",
};

describe("a starter checklist", () => {
  const filled: StarterChecklistInput = {
    employerName: "Amara Okafor",
    asOf: day("2026-05-10"),
    employee,
    startedOn: day("2026-05-04"),
    statement: "B",
    studentLoanPlans: ["2"],
    hasPostgraduateLoan: false,
  };
  const marked = (input: StarterChecklistInput) => sentencesOf(buildStarterChecklistDocument(input)).filter((sentence) => sentence.startsWith("[X]"));

  it("carries what is known, with one statement and the loans marked", () => {
    expect(factsOf(buildStarterChecklistDocument(filled))).toMatchObject({
      "1 Last name": "Ellery",
      "2 First names": "Tom",
      "3 Sex": "Male",
      "4 Date of birth": "14 March 1990",
      "5 Home address and postcode": employee.address,
      "6 National Insurance number": "QQ 12 34 50 C",
      "7 Employment start date": "4 May 2026",
    });
    expect(marked(filled).map((sentence) => sentence.slice(0, 17))).toEqual(["[X] Statement B. ", "[X] Plan 2: Engla"]);
    expect(
      marked({ ...filled, statement: "A", studentLoanPlans: ["1", "4", "5"], hasPostgraduateLoan: true }).map((sentence) => sentence.slice(4, 15)),
    ).toEqual(["Statement A", "Plan 1: sta", "Plan 4: Sco", "Plan 5: Eng", "Postgraduat"]);
  });

  it("marks that there is no loan only when both questions were answered with no", () => {
    const none = "[X] I have none of these";
    expect(marked({ ...filled, studentLoanPlans: [], hasPostgraduateLoan: false })).toContain(none);
    expect(marked({ ...filled, studentLoanPlans: [], hasPostgraduateLoan: true })).not.toContain(none);
    expect(marked({ ...filled, studentLoanPlans: [], hasPostgraduateLoan: null })).not.toContain(none);
  });

  it("is empty to fill in by hand when nothing is known", () => {
    const empty = { ...filled, employee: unknownEmployee, startedOn: null, statement: null, studentLoanPlans: null, hasPostgraduateLoan: null };
    expect(marked(empty)).toEqual([]);
    expect(new Set(Object.values(factsOf(buildStarterChecklistDocument(empty))))).toEqual(new Set([""]));
    expect(sentencesOf(buildStarterChecklistDocument(empty)).filter((sentence) => sentence.startsWith("[  ]"))).toHaveLength(9);
  });
});

describe("a refusal of statutory pay", () => {
  const refusal = (payment: RefusedPayment, change: Partial<StatutoryRefusalInput> = {}) =>
    buildStatutoryRefusalDocument({
      payment,
      issuedOn: day("2026-05-10"),
      employer,
      employerPhone: "020 7946 0000",
      employee,
      from: day("2026-05-04"),
      lastPaidOn: null,
      reasons: ["There are no working days in this absence."],
      ...change,
    });

  it.each<[RefusedPayment, string]>([
    ["statutorySickPay", "SSP1 Statutory Sick Pay cannot be paid"],
    ["statutoryMaternityPay", "SMP1 Statutory Maternity Pay cannot be paid"],
    ["statutoryAdoptionPay", "SAP1 Statutory Adoption Pay cannot be paid"],
    ["statutoryPaternityPay", "SPP1 Statutory Paternity Pay cannot be paid"],
    ["statutorySharedParentalPay", "Statutory Shared Parental Pay cannot be paid"],
    ["statutoryParentalBereavementPay", "Statutory Parental Bereavement Pay cannot be paid"],
    ["statutoryNeonatalCarePay", "Statutory Neonatal Care Pay cannot be paid"],
  ])("of %s is headed %s", (payment, title) => {
    expect(refusal(payment).title).toBe(title);
  });

  it("gives the facts, the reasons and where to turn", () => {
    const paper = refusal("statutorySickPay");
    expect(factsOf(paper)).toMatchObject({
      "National Insurance number": "QQ 12 34 50 C",
      From: "4 May 2026",
      Telephone: "020 7946 0000",
      "PAYE reference": "123/AB456",
    });
    expect(factsOf(paper)["Last day paid for"]).toBeUndefined();
    const sentences = sentencesOf(paper);
    expect(sentences).toContain("There are no working days in this absence.");
    expect(sentences).toContain("Why it cannot be paid");
    expect(sentences.some((sentence) => sentence.includes("03000 560 630"))).toBe(true);
    expect(sentences.some((sentence) => sentence.includes("within 7 days of their going off sick"))).toBe(true);
  });

  it("says when pay that was paid comes to an end", () => {
    const paper = refusal("statutorySickPay", { lastPaidOn: day("2026-11-14") });
    expect(paper.title).toBe("SSP1 Statutory Sick Pay is ending");
    expect(factsOf(paper)["Last day paid for"]).toBe("14 November 2026");
    expect(sentencesOf(paper)).toContain("Why it ends");
  });

  it.each<[RefusedPayment, string]>([
    ["statutoryMaternityPay", "within 7 days of your decision"],
    ["statutoryPaternityPay", "within 28 days of their request"],
    ["statutorySharedParentalPay", "within 28 days of their request"],
  ])("of %s tells the employer to give it %s", (payment, words) => {
    expect(sentencesOf(refusal(payment)).some((sentence) => sentence.includes(words))).toBe(true);
  });
});

describe("a letter about the pension", () => {
  const base = {
    writtenOn: day("2026-05-10"),
    employerName: "Amara Okafor",
    employerContact: "020 7946 0000",
    employeeName: "Tom Ellery",
    employeeAddress: "1 Bridge Street",
    scheme: {
      name: "Sample Pension",
      address: "",
      phone: "0300 000 0000",
      website: "",
      reference: "SP-1",
      taxTreatment: "reliefAtSource" as const,
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
    },
    earningsTrigger: pence(768_00),
    lowerEarnings: pence(480_00),
    payPeriod: "four weeks" as const,
  };
  const wordsOf = (input: PensionLetterInput) => sentencesOf(buildPensionLetterDocument(input)).join("\n");

  it("to someone enrolled tells since when, both shares, and the month to opt out from the later of enrolment and letter", () => {
    const words = wordsOf({ ...base, category: "eligible", enrolledOn: day("2026-05-04") });
    expect(words).toContain("From 4 May 2026 you are a member of Sample Pension.");
    expect(words).toContain("earns more than £768.00 in four weeks");
    expect(words).toContain("your share is 5% and mine is 3%");
    expect(words).toContain("from 10 May 2026 to 9 June 2026");
    expect(words).toContain("of each £5 the scheme gets for you, £4 comes from your pay");
    expect(words).toContain("About every three years I must put you in again");
    const later = wordsOf({ ...base, category: "eligible", enrolledOn: day("2026-05-20"), scheme: { ...base.scheme, taxTreatment: "netPay" } });
    expect(later).toContain("from 20 May 2026 to 19 June 2026");
    expect(later).toContain("taken from your pay before tax");
  });

  it("to someone who may opt in says that I must then pay in", () => {
    const words = wordsOf({ ...base, category: "nonEligible", payPeriod: "month" });
    expect(words).toContain("If you earn more than £480.00 in a month, I must pay in too.");
    expect(words).toContain("Write to me that you want to opt in");
    expect(words).toContain("I personally submitted this notice to join a workplace pension");
    expect(words).not.toContain("Your choice to opt out");
  });

  it("to someone who may join says that I need not pay in", () => {
    const words = wordsOf({ ...base, category: "entitled", payPeriod: "week" });
    expect(words).toContain("You earn £480.00 or less in a week.");
    expect(words).toContain("I do not have to pay into it while you earn this little.");
    expect(words).toContain("Write to me that you want to join");
    expect(words).not.toContain("your share is");
  });

  it("to a member says that nothing changes", () => {
    expect(wordsOf({ ...base, category: "alreadyMember" })).toContain(
      "You are a member of Sample Pension. It meets the rules for automatic enrolment",
    );
  });

  it("that puts joining off tells the days, what happens then, and that they may join before", () => {
    const words = wordsOf({
      ...base,
      category: "postponed",
      postponedFrom: day("2026-05-04"),
      postponedTo: day("2026-08-03"),
      scheme: { ...base.scheme, name: "" },
    });
    expect(words).toContain("put off from 4 May 2026 to 3 August 2026");
    expect(words).toContain("earn more than £768.00 in four weeks, I will put you into the workplace pension.");
    expect(words).toContain("You may ask to join before that day. If you earn more than £480.00 in four weeks, I must pay in as well");
  });

  it("names the scheme's ways of contact that are known, and free help", () => {
    const paper = buildPensionLetterDocument({ ...base, category: "entitled" });
    expect(factsOf(paper)).toEqual({
      "The scheme": "Sample Pension",
      Telephone: "0300 000 0000",
      "My reference with the scheme": "SP-1",
      "Ask me": "020 7946 0000",
    });
    expect(sentencesOf(paper).some((sentence) => sentence.includes("MoneyHelper"))).toBe(true);
    expect(paper.subtitle).toEqual(["Tom Ellery", "1 Bridge Street", "10 May 2026"]);
    expect(buildPensionLetterDocument({ ...base, category: "entitled", employeeAddress: "" }).subtitle).toEqual(["Tom Ellery", "10 May 2026"]);
    const titles = (["eligible", "nonEligible", "entitled", "alreadyMember"] as const).map(
      (category) => buildPensionLetterDocument({ ...base, category, enrolledOn: day("2026-05-04") } as PensionLetterInput).title,
    );
    expect(new Set(titles).size).toBe(4);
  });
});

describe("the facts for the declaration of compliance", () => {
  const declaration = (change: Partial<DeclarationOfComplianceInput> = {}) =>
    buildDeclarationOfComplianceDocument({
      asOf: day("2026-05-10"),
      employer,
      employerPhone: "020 7946 0000",
      employerEmail: "",
      letterCode: "1234567890",
      isRedeclaration: false,
      dutiesOn: day("2026-05-10"),
      declareBy: day("2026-10-09"),
      scheme: { name: "Sample Pension", reference: "SP-1" },
      counts: { enrolled: 2, alreadyMember: 1, notEnrolled: 3, postponed: 4 },
      postponedTo: day("2026-08-03"),
      ...change,
    });

  it("tell dates, scheme and people; the people add up", () => {
    expect(factsOf(declaration())).toMatchObject({
      "Duties start date": "10 May 2026",
      "Declare by": "9 October 2026",
      "Letter code": "1234567890",
      Email: "not known",
      "Joining put off to": "3 August 2026",
      "Accounts Office reference": "123PA00012345",
    });
    expect(rowsOf(declaration(), "People on the duties day")).toEqual([
      ["Put into the pension by law", "2"],
      ["Already in a pension that counts", "1"],
      ["Not put in (age or pay), and written to", "3"],
      ["Joining put off", "4"],
      ["All who worked for you on that day", "10"],
    ]);
  });

  it("become those of the re-declaration after three years", () => {
    const again = declaration({
      isRedeclaration: true,
      postponedTo: null,
      employer: { ...employer, accountsOfficeReference: null, payeReference: null },
    });
    expect(again.title).toBe("Facts for the re-declaration of compliance");
    expect(factsOf(again)).toMatchObject({
      "Re-enrolment date": "10 May 2026",
      "Joining put off to": "nobody was put off",
      "PAYE reference": "not known",
    });
    expect(rowsOf(again, "People on the duties day")[0]?.[0]).toBe("Put into the pension again");
    expect(declaration().title).toBe("Facts for the declaration of compliance");
  });
});

describe("the record for one PA", () => {
  const period = (passes: boolean) => ({
    from: day("2026-04-06"),
    to: day("2026-05-03"),
    payday: day("2026-05-08"),
    minutes: minutes(5_000),
    pay: pence(1_060_00),
    hourlyPay: passes ? pence(12_72) : null,
    minimumRate: pence(12_71),
    passes,
  });
  const history = (change: Partial<PayHistoryInput> = {}) =>
    buildPayHistoryDocument({
      employerName: "Amara Okafor",
      asOf: day("2027-04-05"),
      from: day("2026-04-06"),
      to: day("2027-04-05"),
      employee,
      startedOn: day("2025-01-06"),
      leftOn: null,
      periods: [period(true), period(true)],
      leaveYears: [
        {
          from: day("2026-04-01"),
          to: day("2027-03-31"),
          entitled: minutes(9_000),
          carriedIn: minutes(480),
          taken: minutes(4_800),
          paidInLieu: minutes(120),
          carriedOver: minutes(600),
          left: minutes(3_960),
        },
      ],
      leavePayments: [],
      ...change,
    });

  it("shows hours, pay and rate an hour of each pay period beside the minimum wage", () => {
    expect(rowsOf(history(), "Hours and pay that count for the minimum wage, by pay reference period")[0]).toEqual([
      "6 April 2026",
      "3 May 2026",
      "83.33",
      "£1,060.00",
      "£12.72",
      "£12.71",
      "Yes",
    ]);
    expect(sentencesOf(history())).toContain("In each of 2 pay periods the hourly pay was at or above the minimum wage.");
  });

  it("says in how many pay periods the pay was under it", () => {
    const under = history({ periods: [period(true), period(false), period(false)] });
    expect(sentencesOf(under)).toContain("In 2 of 3 pay periods the hourly pay was under the minimum wage. Pay the difference as soon as you can.");
    expect(rowsOf(under, "Hours and pay that count for the minimum wage, by pay reference period")[1]?.slice(4)).toEqual(["", "£12.71", "No"]);
    expect(sentencesOf(history({ periods: [] }))).toContain("No pay was recorded in this time.");
  });

  it("shows leave built up, carried in, taken, paid in lieu and left", () => {
    expect(rowsOf(history(), "Leave by leave year, in hours")).toEqual([
      ["1 April 2026 to 31 March 2027", "150.00", "8.00", "80.00", "2.00", "66.00"],
    ]);
    expect(sentencesOf(history()).some((sentence) => sentence.includes("80 h taken, 10 h carried over to the next year, 66 h left."))).toBe(true);
    expect(sentencesOf(history({ leaveYears: [] }))).toContain("No leave was recorded in this time.");
  });

  it("shows how each holiday payment was worked out", () => {
    const paid = history({
      leavePayments: [
        { on: day("2026-08-14"), what: "Holiday", minutes: minutes(1_080), pay: pence(243_00), howWorkedOut: "18 hours at £13.50." },
        { on: day("2026-09-14"), what: "Paid as earned", minutes: minutes(0), pay: null, howWorkedOut: "12.07% of pay." },
      ],
    });
    expect(rowsOf(paid, "Holiday taken and paid, with how the pay was worked out")).toEqual([
      ["14 August 2026", "Holiday", "18.00", "£243.00", "18 hours at £13.50."],
      ["14 September 2026", "Paid as earned", "", "", "12.07% of pay."],
    ]);
    expect(history().sections.map(({ heading }) => heading)).not.toContain("Holiday taken and paid");
    expect(factsOf(history())).toMatchObject({ Started: "6 January 2025" });
    expect(factsOf(history()).Left).toBeUndefined();
    expect(factsOf(history({ leftOn: day("2026-12-31") })).Left).toBe("31 December 2026");
  });
});
