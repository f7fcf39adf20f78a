import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { attention, type CheckResult, pass } from "../checkResult.ts";
import type { FactEngagement, ReturnFacts } from "../returnFacts.ts";

const employedIn = (facts: ReturnFacts) =>
  facts.engagements.filter((each) => each.startOn <= facts.periodTo && (each.endOn ?? facts.periodTo) >= facts.periodFrom);
const pathToPerson = (engagement: FactEngagement | undefined) => (engagement ? `/people/${engagement.personId}` : "/people");

/** INS-COVER: employers' liability insurance covered every day somebody was employed. */
export function checkInsurance(facts: ReturnFacts): CheckResult {
  const check = { id: "INS-COVER", title: "Employers' liability insurance" } as const;
  const employed = employedIn(facts);
  if (employed.length === 0) return pass(check, "Nobody was employed in this period.");
  const first = employed.reduce((day, each) => (each.startOn < day ? each.startOn : day), facts.periodTo);
  const from = first > facts.periodFrom ? first : facts.periodFrom;
  let day: PlainDate = from;
  let until: PlainDate | undefined;
  for (const policy of [...facts.insurance].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    if (policy.fromOn <= day && policy.toOn >= day) {
      day = addDays(policy.toOn, 1);
      until = policy.toOn;
    }
  }
  if (day > facts.periodTo && until) return pass(check, `Valid until ${formatDate(until)}`);
  const text = until ? `Nothing shows cover after ${formatDate(until)}.` : `No policy is recorded that covers ${formatDate(from)}.`;
  return attention(check, text, [{ recordId: `${day}`, text: `From ${formatDate(day)}` }], {
    label: "Add the policy",
    route: "/setup/insurance",
  });
}

/** EMP-CONTRACT: each personal assistant has a written statement of their job. */
export function checkContracts(facts: ReturnFacts): CheckResult {
  const check = { id: "EMP-CONTRACT", title: "Written statements" } as const;
  const employed = employedIn(facts);
  const without = employed.filter((each) => each.writtenStatementOn === null);
  if (without.length === 0)
    return pass(check, employed.length === 0 ? "Nobody was employed in this period." : `All ${employed.length} personal assistants have one.`);
  const records = without.map((each) => ({ recordId: each.id, text: `${each.name} has no written statement recorded` }));
  return attention(check, "A written statement is due on the first day of work.", records, { label: "Record it", route: pathToPerson(without[0]) });
}

/** EMP-LEAVE: there is a holiday record for each personal assistant (a legal duty with a six-year life since 6 April 2026). */
export function checkLeaveRecords(facts: ReturnFacts): CheckResult {
  const check = { id: "EMP-LEAVE", title: "Holiday records" } as const;
  const employed = employedIn(facts);
  const without = employed.filter((each) => !each.hasLeaveRecord && !each.hasRolledUpHoliday);
  if (without.length === 0)
    return pass(check, employed.length === 0 ? "Nobody was employed in this period." : "Each personal assistant has a holiday record.");
  const records = without.map((each) => ({ recordId: each.id, text: `${each.name}: no holiday built up or taken is recorded` }));
  return attention(check, "Holiday must be recorded for everyone.", records, { label: "Go to their record", route: pathToPerson(without[0]) });
}

/** PAY-SAMEHOME: somebody who lives in the household was paid, and no permission covers the days. */
export function checkSameHome(facts: ReturnFacts): CheckResult {
  const check = { id: "PAY-SAMEHOME", title: "People of the same household" } as const;
  const paid = facts.engagements.filter((each) => each.livesWithPerson && facts.payslips.some((slip) => slip.engagementId === each.id));
  const uncovered = paid.filter(
    (each) =>
      !facts.payslips
        .filter((slip) => slip.engagementId === each.id)
        .every((slip) => each.permissions.some((yes) => yes.agreedOn <= slip.payday && (yes.untilOn === null || yes.untilOn >= slip.payday))),
  );
  if (uncovered.length === 0) return pass(check, paid.length === 0 ? "Nobody of the same household was paid." : "A permission covers each payment.");
  const records = uncovered.map((each) => ({
    recordId: each.id,
    text: `${each.name} lives in the same household; no permission is recorded for these dates`,
  }));
  return attention(check, "The funder must agree in writing before somebody who lives in the same household is paid.", records, {
    label: "Record the permission",
    route: pathToPerson(uncovered[0]),
  });
}
