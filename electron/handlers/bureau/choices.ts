import type { BureauChoices } from "../../../shared/contract/bureauOperations.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { nextPayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { fullName } from "../../../shared/people/person.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listAllPayslips, listPayRuns } from "../../db/repositories/payRunRepository.ts";
import { type RunToWorkOut, workOutRun } from "../pay/workOutRun.ts";

/** The pay run that is not finished yet, else the next regular period. Undefined without an employer, or when the period has no rates. */
export function nextRun(db: ReadDb): RunToWorkOut | undefined {
  const employer = findEmployer(db);
  if (!employer) return undefined;
  const runs = listPayRuns(db);
  const draft = runs.find(({ state }) => state === "draft");
  if (draft) return { id: draft.id, kind: draft.kind, period: draft, payFrequency: draft.payFrequency, employer };
  const last = runs.find((run) => run.kind === "regular" && run.withdrawnOn === null);
  const period = nextPayPeriod(employer, last?.periodTo);
  return ratesFor(period.payday) ? { id: null, kind: "regular", period, payFrequency: employer.payFrequency, employer } : undefined;
}

/** What a bureau's papers can be checked against. */
export function bureauChoices(db: ReadDb): BureauChoices {
  const employer = findEmployer(db);
  const people = listEngagements(db).map(({ id, person, payrollNumber }) => ({ engagementId: id, name: fullName(person), payrollNumber }));
  const whose = (engagementId: string) => people.find((each) => each.engagementId === engagementId);
  const payslips = listAllPayslips(db).reverse();
  const next = nextRun(db);
  const months = new Map(
    payslips.flatMap(({ payday }) => {
      const { taxYear, firstTaxMonth, from, to } = hmrcPeriodOf(payday, employer?.paysHmrcQuarterly ?? false);
      return [[from, { taxYear, firstTaxMonth, from, to }] as const];
    }),
  );
  return {
    payslips: payslips
      .flatMap(({ id, engagementId, payday }) => {
        const person = whose(engagementId);
        return person ? [{ payslipId: id, payday, ...person }] : [];
      })
      .sort((a, b) => (a.payday === b.payday ? a.name.localeCompare(b.name, "en-GB") : a.payday < b.payday ? 1 : -1)),
    drafts: next
      ? workOutRun(db, next).people.flatMap(({ engagement, result }) => {
          const person = whose(engagement.id);
          return person && result ? [{ ...person, payday: result.payday }] : [];
        })
      : [],
    people,
    months: [...months.values()],
  };
}
