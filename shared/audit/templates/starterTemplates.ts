import { pence } from "../../core/money.ts";
import { checkIds } from "../checkResult.ts";
import type { ReturnTemplate } from "../returnTemplate.ts";

const declaration = {
  text: "I confirm that this return is a true record of the money in this account, that it was spent on the agreed support plan, and that I have kept the papers behind it.",
  signers: ["holder" as const],
};
const allChecks = checkIds.map((id) => ({ id, severity: id === "BAL-OPEN" || id === "BAL-CLOSE" ? ("block" as const) : ("warn" as const) }));
const owed = ["unpaidWages", "hmrcDue", "pensionDue", "unpaidInvoices"] as const;
const sendPapers: ReturnTemplate["evidence"] = [
  { what: "bankStatement", per: "account", supply: "send", missing: "warn" },
  { what: "payslip", per: "employeePeriod", supply: "send", missing: "warn" },
  { what: "timesheet", per: "employeePeriod", supply: "send", missing: "warn" },
  { what: "receipt", per: "transaction", fromPence: pence(1), supply: "send", missing: "explain" },
  { what: "insuranceCertificate", per: "year", supply: "send", missing: "warn" },
];

/** Quarterly papers by the quarters of the year, in within 28 days, 8 weeks may stay: the pattern most councils publish. */
export const quarterlyEvidencePack: ReturnTemplate = {
  id: "quarterly-evidence-pack",
  version: "1",
  status: "example",
  name: "Quarterly evidence pack",
  word: "return",
  issuer: { name: "Your funder", kind: "icb" },
  description: "Every three months: totals, each payment with its paper, and the employer's records. Up to 8 weeks of money may stay.",
  period: { kind: "months", count: 3, anchor: { month: 4, day: 1 } },
  due: { rule: "afterPeriodEnd", days: 28 },
  sections: [
    "people",
    "reconciliation",
    "receipts",
    "categoryTotals",
    "commitments",
    "surplus",
    "transactions",
    "employees",
    "employerCompliance",
    "checks",
    "evidenceIndex",
    "declaration",
  ],
  categories: [],
  evidence: sendPapers,
  reserve: { basis: "weeksOfPayment", most: 8, least: 1, deduct: [...owed], above: "discuss" },
  split: "none",
  checks: allChecks,
  declaration,
  delivery: { routes: ["email", "post"], keepYears: 6 },
};

/** The same papers for two funders who share the budget by percentage. */
export const jointPercentageSplit: ReturnTemplate = {
  ...quarterlyEvidencePack,
  id: "joint-percentage-split",
  name: "Joint ICB and council, split by percentage",
  issuer: { name: "Your funders", kind: "joint" },
  description: "Every three months for two funders. Each total is also shown by each funder's percentage. Up to 4 weeks of money may stay.",
  sections: [
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
  ],
  reserve: { basis: "weeksOfPayment", most: 4, least: 1, deduct: [...owed, "accruedLeave", "redundancyEarmark"], above: "discuss" },
  split: "percent",
};

/** Once a year with the plan review; up to 10 weeks, leave and redundancy money apart. */
export const annualAudit: ReturnTemplate = {
  ...quarterlyEvidencePack,
  id: "annual-audit",
  name: "Annual audit",
  word: "audit",
  issuer: { name: "Your council", kind: "council" },
  description: "Once a year: totals, payroll records, holiday records and insurance. Up to 10 weeks of money may stay.",
  period: { kind: "months", count: 12, anchor: { month: 4, day: 1 } },
  due: { rule: "afterPeriodEnd", days: 42 },
  evidence: [
    ...sendPapers,
    { what: "holidayRecord", per: "employee", supply: "send", missing: "warn" },
    { what: "contractConfirmation", per: "employee", supply: "keepReady", missing: "warn" },
  ],
  reserve: { basis: "weeksOfPayment", most: 10, least: 1, deduct: [...owed, "accruedLeave", "redundancyEarmark"], above: "reclaim" },
  delivery: { routes: ["email", "post", "visit"], keepYears: 6 },
};

/** A look at the first twelve weeks. */
export const firstCheck: ReturnTemplate = {
  ...quarterlyEvidencePack,
  id: "first-check",
  name: "First check, since you started",
  word: "first check",
  description: "An early look at how it is going, from the start (or your last return) until yesterday.",
  period: { kind: "sinceLastReturn" },
  due: { rule: "none" },
};

/** The templates a new file starts with. Each is an example until the person has checked it. */
export const starterTemplates: readonly ReturnTemplate[] = [quarterlyEvidencePack, jointPercentageSplit, annualAudit, firstCheck];
