import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import type { FamilyPayEmployment, FamilyPayEntitlement, FamilyPayNotice } from "../../../../shared/payroll/statutoryPay/familyPayEntitlement.ts";
import { maternityDates } from "../../../../shared/payroll/statutoryPay/maternityDates.ts";
import { type AdoptionPayFacts, adoptionPayEntitlement, matchingWeek } from "../../../../shared/payroll/statutoryPay/statutoryAdoptionPay.ts";
import {
  type MaternityPayFacts,
  maternityPayEntitlement,
  maternityPayStart,
  maternityRelevantWeekEnd,
} from "../../../../shared/payroll/statutoryPay/statutoryMaternityPay.ts";
import {
  type NeonatalCarePayFacts,
  neonatalCarePayEntitlement,
  neonatalCareWeeks,
  neonatalRelevantWeekEnd,
} from "../../../../shared/payroll/statutoryPay/statutoryNeonatalCarePay.ts";
import {
  bereavementRelevantWeekEnd,
  type ParentalBereavementPayFacts,
  parentalBereavementPayEntitlement,
} from "../../../../shared/payroll/statutoryPay/statutoryParentalBereavementPay.ts";
import {
  arrivalOf,
  type PaternityPayFacts,
  paternityPayEntitlement,
  windowEndOf,
} from "../../../../shared/payroll/statutoryPay/statutoryPaternityPay.ts";
import {
  type SharedParentalPayFacts,
  sharedParentalPayEntitlement,
  sharedParentalWeeksLeft,
} from "../../../../shared/payroll/statutoryPay/statutorySharedParentalPay.ts";

const day = plainDate;
const pounds = (amount: number) => BigInt(amount) * 10_000_000n;
const job = (change: Partial<FamilyPayEmployment> = {}): FamilyPayEmployment => ({
  startedOn: day("2025-01-06"),
  endedOn: null,
  averageWeeklyEarnings: pounds(350),
  ...change,
});
const notice = (givenOn: string | null, hasGoodReasonForLateNotice = false): FamilyPayNotice => ({
  givenOn: givenOn === null ? null : day(givenOn),
  hasGoodReasonForLateNotice,
});
const reasons = ({ refusals }: FamilyPayEntitlement) => {
  // Every refusal names its form, or says with null that there is none.
  expect(refusals.every(({ form }) => form !== undefined)).toBe(true);
  return refusals.map(({ reason }) => reason);
};
const only = (result: FamilyPayEntitlement) => {
  expect(result.isEntitled).toBe(false);
  expect(reasons(result)).toHaveLength(1);
  return result.refusals[0];
};

// Due Friday 25 September 2026: week of birth from 20 September, qualifying week 7 to 13 June, 11th week from 5 July, last 4 weeks from 23 August.
const dueDate = day("2026-09-25");

describe("statutory maternity pay", () => {
  const maternity = (change: Partial<MaternityPayFacts> = {}): MaternityPayFacts => ({
    dueDate,
    bornOn: null,
    startAskedFor: day("2026-09-07"),
    pregnancyRelatedSickness: [],
    employment: job(),
    notice: notice("2026-08-10"),
    hasMedicalEvidence: true,
    ...change,
  });

  it("is due when nothing speaks against it", () => {
    expect(maternityPayEntitlement(maternity())).toEqual({ isEntitled: true, refusals: [] });
  });

  it("needs 26 weeks in the job into the qualifying week: 20 December 2025 is just in time", () => {
    expect(maternityPayEntitlement(maternity({ employment: job({ startedOn: day("2025-12-20") }) })).isEntitled).toBe(true);
    expect(only(maternityPayEntitlement(maternity({ employment: job({ startedOn: day("2025-12-21") }) })))).toEqual({
      reason: "notEmployedLongEnough",
      text: "The job began on 21 December 2025. To have 26 weeks by 13 June 2026 it had to begin by 20 December 2025.",
      form: "SMP1",
    });
  });

  it("needs the job to last into the qualifying week, for one day", () => {
    const leaver = (endedOn: string) => maternity({ employment: job({ endedOn: day(endedOn) }), notice: notice("2026-05-01") });
    expect(maternityPayEntitlement(leaver("2026-06-07")).isEntitled).toBe(true);
    expect(only(maternityPayEntitlement(leaver("2026-06-06")))).toMatchObject({
      reason: "notStillEmployed",
      text: "The job ended on 6 June 2026. It had to go on until 7 June 2026.",
    });
  });

  it.each([
    [1_290_000_000n, true],
    [1_289_999_999n, false],
  ])("average weekly earnings of %i ten-millionths of a pound against £129.00", (averageWeeklyEarnings, isEntitled) => {
    expect(maternityPayEntitlement(maternity({ employment: job({ averageWeeklyEarnings }) })).isEntitled).toBe(isEntitled);
  });

  it("tells the earnings and the limit", () => {
    const text = "Average weekly earnings are £0.00. They must be at least £129.00.";
    expect(only(maternityPayEntitlement(maternity({ employment: job({ averageWeeklyEarnings: null }) })))).toMatchObject({
      reason: "earningsTooLow",
      text,
    });
  });

  it("says so when the rates of the qualifying week are not known", () => {
    const result = maternityPayEntitlement(maternity({ dueDate: day("2041-09-25"), startAskedFor: day("2041-09-01") }));
    expect(reasons(result)).toEqual(["ratesUnknown"]);
    expect(result.refusals[0]?.text).toContain("no rates for 2041-42");
  });

  it("needs 28 days' notice, or a good reason", () => {
    expect(only(maternityPayEntitlement(maternity({ notice: notice("2026-08-11") })))).toMatchObject({
      reason: "noticeTooLate",
      text: "Notice was given on 11 August 2026. It had to be given by 10 August 2026, unless there was a good reason.",
    });
    expect(maternityPayEntitlement(maternity({ notice: notice("2026-08-11", true) })).isEntitled).toBe(true);
    expect(only(maternityPayEntitlement(maternity({ notice: notice(null, true) })))?.text).toMatch(/^No notice was given\. It had/);
  });

  it("needs proof of the due date", () => {
    expect(only(maternityPayEntitlement(maternity({ hasMedicalEvidence: false })))).toMatchObject({
      reason: "noEvidence",
      text: "Proof of the due date, such as a MAT B1, was not seen.",
    });
  });

  it("lists every reason, not only the first", () => {
    const employment = job({ startedOn: day("2026-06-01"), averageWeeklyEarnings: 0n });
    expect(reasons(maternityPayEntitlement(maternity({ employment, notice: notice(null), hasMedicalEvidence: false })))).toEqual([
      "notEmployedLongEnough",
      "earningsTooLow",
      "noticeTooLate",
      "noEvidence",
    ]);
  });

  it("starts on the day asked for, no earlier than the 11th week", () => {
    expect(maternityPayStart(maternity())).toEqual({
      payStart: "2026-09-07",
      because: "asAskedFor",
      text: "Pay starts on 7 September 2026, as asked for.",
    });
    expect(maternityPayStart(maternity({ startAskedFor: day("2026-07-05") })).because).toBe("asAskedFor");
    expect(maternityPayStart(maternity({ startAskedFor: day("2026-07-04") }))).toEqual({
      payStart: "2026-07-05",
      because: "earliestWeek",
      text: "Pay can't start before 5 July 2026, 11 weeks before the week the baby is due.",
    });
  });

  it("starts the day after the birth when that is earlier", () => {
    expect(maternityPayStart(maternity({ bornOn: day("2026-09-05") }))).toEqual({
      payStart: "2026-09-06",
      because: "birth",
      text: "Pay starts the day after the birth on 5 September 2026.",
    });
    expect(maternityPayStart(maternity({ bornOn: day("2026-09-06") })).because).toBe("asAskedFor");
  });

  it("starts the day after pregnancy-related sickness in the last four weeks", () => {
    const off = (from: string, to: string) => maternityPayStart(maternity({ pregnancyRelatedSickness: [{ from: day(from), to: day(to) }] }));
    expect(off("2026-08-10", "2026-08-22").because).toBe("asAskedFor");
    expect(off("2026-08-10", "2026-08-23")).toEqual({
      payStart: "2026-08-24",
      because: "pregnancyRelatedSickness",
      text: "Pay starts the day after sickness because of the pregnancy on 23 August 2026, in the last 4 weeks.",
    });
    expect(off("2026-08-26", "2026-08-27").payStart).toBe("2026-08-27");
  });

  it("takes the first of several sicknesses", () => {
    const pregnancyRelatedSickness = ["2026-08-30", "2026-08-25"].map((date) => ({ from: day(date), to: day(date) }));
    expect(maternityPayStart(maternity({ pregnancyRelatedSickness })).payStart).toBe("2026-08-26");
  });

  it("starts after the job ended, or with the 11th week for an earlier end", () => {
    const left = (endedOn: string) => maternityPayStart(maternity({ employment: job({ endedOn: day(endedOn) }) }));
    expect(left("2026-07-31")).toEqual({
      payStart: "2026-08-01",
      because: "employmentEnded",
      text: "The job ended on 31 July 2026, so pay starts on 1 August 2026.",
    });
    expect(left("2026-06-12").payStart).toBe("2026-07-05");
  });

  it("allows notice until 28 days into pay that a birth or sickness started", () => {
    // Born on 5 September: pay from 6 September, day 28 is 3 October.
    const born = (givenOn: string) => maternityPayEntitlement(maternity({ bornOn: day("2026-09-05"), notice: notice(givenOn) })).isEntitled;
    expect([born("2026-10-03"), born("2026-10-04")]).toEqual([true, false]);
    const pregnancyRelatedSickness = [{ from: day("2026-08-23"), to: day("2026-08-23") }];
    expect(maternityPayEntitlement(maternity({ pregnancyRelatedSickness, notice: notice("2026-09-20") })).isEntitled).toBe(true);
  });

  it("a baby born in the qualifying week or before it: earnings are those before the week of birth", () => {
    expect(maternityRelevantWeekEnd(dueDate, null)).toBe("2026-06-13");
    expect(maternityRelevantWeekEnd(dueDate, day("2026-06-14"))).toBe("2026-06-13");
    expect(maternityRelevantWeekEnd(dueDate, day("2026-06-13"))).toBe("2026-06-06");
    expect(maternityRelevantWeekEnd(dueDate, day("2026-05-31"))).toBe("2026-05-30");
  });

  it("a baby born on the last day of the qualifying week: the job must have lasted to the birth; a day later, into that week", () => {
    const born = (bornOn: string, endedOn: string) =>
      reasons(maternityPayEntitlement(maternity({ bornOn: day(bornOn), notice: notice("2026-06-14"), employment: job({ endedOn: day(endedOn) }) })));
    expect([born("2026-06-13", "2026-06-13"), born("2026-06-13", "2026-06-12")]).toEqual([[], ["notStillEmployed"]]);
    expect([born("2026-06-14", "2026-06-07"), born("2026-06-14", "2026-06-06")]).toEqual([[], ["notStillEmployed"]]);
  });

  it("the dates that follow from a due date", () => {
    expect(maternityDates(dueDate)).toEqual({
      weekOfConfinementStart: "2026-09-20",
      qualifyingWeekStart: "2026-06-07",
      qualifyingWeekEnd: "2026-06-13",
      latestEmploymentStart: "2025-12-20",
      earliestLeaveStart: "2026-07-05",
      sicknessTriggersLeaveFrom: "2026-08-23",
    });
  });

  it("a very early baby: service counts as if it had come later, the job must have lasted to the birth", () => {
    const early = (endedOn: string | null, startedOn = "2025-12-20") =>
      maternityPayEntitlement(
        maternity({
          bornOn: day("2026-05-20"),
          notice: notice("2026-06-01"),
          employment: job({ startedOn: day(startedOn), endedOn: endedOn === null ? null : day(endedOn) }),
        }),
      );
    expect(early(null).isEntitled).toBe(true);
    expect(early("2026-05-20").isEntitled).toBe(true);
    expect(reasons(early("2026-05-19"))).toEqual(["notStillEmployed"]);
    expect(reasons(early(null, "2025-12-21"))).toEqual(["notEmployedLongEnough"]);
  });
});

describe("statutory adoption pay", () => {
  // Matched on Wednesday 10 June 2026: the week of 7 to 13 June.
  const adoption = (change: Partial<AdoptionPayFacts> = {}): AdoptionPayFacts => ({
    matchedOn: day("2026-06-10"),
    placedOn: day("2026-08-03"),
    payStart: day("2026-08-03"),
    employment: job({ startedOn: day("2025-12-20") }),
    notice: notice("2026-07-06"),
    hasProofOfAdoption: true,
    ...change,
  });

  it("is due with 26 weeks into the matching week", () => {
    expect(matchingWeek(day("2026-06-10"))).toEqual({ start: "2026-06-07", end: "2026-06-13" });
    expect(adoptionPayEntitlement(adoption())).toEqual({ isEntitled: true, refusals: [] });
    expect(only(adoptionPayEntitlement(adoption({ employment: job({ startedOn: day("2025-12-21") }) })))).toMatchObject({
      reason: "notEmployedLongEnough",
      form: "SAP1",
    });
  });

  it.each([
    ["2026-07-20", []],
    ["2026-07-19", ["startsTooEarly"]],
    ["2026-08-04", []],
    ["2026-08-05", ["startsTooLate"]],
  ])("a start on %s for a placement on 3 August", (payStart, expected) => {
    const result = adoptionPayEntitlement(adoption({ payStart: day(payStart), notice: notice("2026-06-15") }));
    expect(reasons(result)).toEqual(expected);
  });

  it("says the first and last day it can start", () => {
    const early = adoptionPayEntitlement(adoption({ payStart: day("2026-07-19"), notice: notice("2026-06-15") }));
    expect(early.refusals[0]?.text).toBe("Pay can't start before 20 July 2026. 19 July 2026 was asked for.");
    const late = adoptionPayEntitlement(adoption({ payStart: day("2026-08-05") }));
    expect(late.refusals[0]?.text).toBe("Pay must start by 4 August 2026. 5 August 2026 was asked for.");
  });

  it("needs employment in the matching week, earnings, notice and proof", () => {
    expect(reasons(adoptionPayEntitlement(adoption({ employment: job({ endedOn: day("2026-06-06") }) })))).toEqual(["notStillEmployed"]);
    expect(adoptionPayEntitlement(adoption({ employment: job({ endedOn: day("2026-06-07") }) })).isEntitled).toBe(true);
    expect(reasons(adoptionPayEntitlement(adoption({ employment: job({ averageWeeklyEarnings: pounds(128) }) })))).toEqual(["earningsTooLow"]);
    expect(reasons(adoptionPayEntitlement(adoption({ notice: notice("2026-07-07") })))).toEqual(["noticeTooLate"]);
    expect(only(adoptionPayEntitlement(adoption({ hasProofOfAdoption: false })))?.text).toBe("Proof of the adoption was not seen.");
  });
});

describe("statutory paternity pay", () => {
  const paternity = (change: Partial<PaternityPayFacts> = {}): PaternityPayFacts => ({
    event: { kind: "birth", dueDate, bornOn: day("2026-09-28") },
    payStart: day("2026-10-05"),
    weeks: 2,
    weeksTakenBefore: 0,
    employment: job({ startedOn: day("2025-12-20") }),
    notice: notice("2026-09-07"),
    hasDeclaration: true,
    ...change,
  });

  it("is due with 26 weeks in the job, although the leave needs none", () => {
    expect(paternityPayEntitlement(paternity())).toEqual({ isEntitled: true, refusals: [] });
    expect(only(paternityPayEntitlement(paternity({ employment: job({ startedOn: day("2025-12-21") }) })))).toMatchObject({
      reason: "notEmployedLongEnough",
      form: "SPP1",
    });
  });

  it("needs earnings, notice of 28 days and the declaration", () => {
    expect(reasons(paternityPayEntitlement(paternity({ employment: job({ averageWeeklyEarnings: pounds(1) }) })))).toEqual(["earningsTooLow"]);
    expect(reasons(paternityPayEntitlement(paternity({ notice: notice("2026-09-08") })))).toEqual(["noticeTooLate"]);
    expect(only(paternityPayEntitlement(paternity({ hasDeclaration: false })))?.text).toBe("The declaration of the person asking was not seen.");
  });

  it("needs the job to last to the birth", () => {
    expect(reasons(paternityPayEntitlement(paternity({ employment: job({ endedOn: day("2026-09-27") }) })))).toEqual(["notStillEmployed"]);
    expect(paternityPayEntitlement(paternity({ employment: job({ endedOn: day("2026-09-28") }) })).isEntitled).toBe(true);
  });

  it.each([
    [2, 0, true],
    [1, 1, true],
    [2, 1, false],
    [3, 0, false],
    [0, 0, false],
    [1.5, 0, false],
  ])("%d weeks after %d: %s", (weeks, weeksTakenBefore, isEntitled) => {
    expect(paternityPayEntitlement(paternity({ weeks, weeksTakenBefore })).isEntitled).toBe(isEntitled);
  });

  it("says how many weeks are left", () => {
    expect(only(paternityPayEntitlement(paternity({ weeks: 2, weeksTakenBefore: 1 })))).toMatchObject({
      reason: "tooManyWeeks",
      text: "Statutory Paternity Pay can be paid for whole weeks, 1 week at most here. 2 were asked for.",
    });
    expect(only(paternityPayEntitlement(paternity({ weeks: 3 })))?.text).toContain("2 weeks at most here. 3 were asked for.");
  });

  it("is taken from the birth on, and within 52 weeks of it", () => {
    // 28 September 2026 + 364 days = 27 September 2027; one week ends then when it starts on 21 September.
    const at = (payStart: string) => paternityPayEntitlement(paternity({ payStart: day(payStart), weeks: 1, notice: notice("2026-08-01") }));
    expect(at("2026-09-28").isEntitled).toBe(true);
    expect(reasons(at("2026-09-27"))).toEqual(["startsTooEarly"]);
    expect(at("2027-09-21").isEntitled).toBe(true);
    expect(only(at("2027-09-22"))).toMatchObject({
      reason: "endsTooLate",
      text: "Pay must end by 27 September 2027. It would end on 28 September 2027.",
    });
  });

  it("an early baby: 52 weeks run from the week it was due; a late one: from the birth; an adoption: from the placement", () => {
    expect(windowEndOf({ kind: "birth", dueDate, bornOn: day("2026-08-01") })).toBe(addDays(day("2026-09-20"), 364));
    expect(windowEndOf({ kind: "birth", dueDate, bornOn: day("2026-09-30") })).toBe(addDays(day("2026-09-30"), 364));
    expect(windowEndOf({ kind: "adoption", matchedOn: day("2026-06-10"), placedOn: day("2026-08-03") })).toBe(addDays(day("2026-08-03"), 364));
    expect(arrivalOf({ kind: "birth", dueDate, bornOn: null })).toBe(dueDate);
    expect(arrivalOf({ kind: "birth", dueDate, bornOn: day("2026-09-30") })).toBe("2026-09-30");
    expect(arrivalOf({ kind: "adoption", matchedOn: day("2026-06-10"), placedOn: day("2026-08-03") })).toBe("2026-08-03");
  });

  it("for an adoption the matching week counts", () => {
    const event = { kind: "adoption", matchedOn: day("2026-06-17"), placedOn: day("2026-08-03") } as const;
    const started = (startedOn: string) =>
      paternityPayEntitlement(
        paternity({ event, payStart: day("2026-08-03"), notice: notice("2026-07-06"), employment: job({ startedOn: day(startedOn) }) }),
      );
    expect(started("2025-12-27").isEntitled).toBe(true);
    expect(reasons(started("2025-12-28"))).toEqual(["notEmployedLongEnough"]);
  });
});

describe("statutory shared parental pay", () => {
  const shared = (change: Partial<SharedParentalPayFacts> = {}): SharedParentalPayFacts => ({
    event: { kind: "birth", dueDate, bornOn: day("2026-09-28") },
    payStart: day("2026-12-07"),
    weeks: 10,
    maternityOrAdoptionWeeksUsed: 10,
    sharedWeeksUsed: 0,
    hasMaternityPayEnded: true,
    otherParentQualifies: true,
    employment: job(),
    notice: notice("2026-10-12"),
    hasDeclarations: true,
    ...change,
  });

  it("is due when both parents qualify; there is no form for a refusal", () => {
    expect(sharedParentalPayEntitlement(shared())).toEqual({ isEntitled: true, refusals: [] });
    expect(only(sharedParentalPayEntitlement(shared({ otherParentQualifies: false })))).toEqual({
      reason: "otherParentDoesNotQualify",
      text: "The other parent must have worked in 26 of the 66 weeks before, and earned £390 in all in 13 of them.",
      form: null,
    });
  });

  it("39 weeks, less maternity weeks (two at least), less shared weeks", () => {
    expect(sharedParentalWeeksLeft(0, 0)).toBe(37);
    expect(sharedParentalWeeksLeft(2, 0)).toBe(37);
    expect(sharedParentalWeeksLeft(3, 0)).toBe(36);
    expect(sharedParentalWeeksLeft(10, 20)).toBe(9);
    expect(sharedParentalWeeksLeft(39, 5)).toBe(0);
    expect(sharedParentalPayEntitlement(shared({ sharedWeeksUsed: 19 })).isEntitled).toBe(true);
    expect(reasons(sharedParentalPayEntitlement(shared({ sharedWeeksUsed: 20 })))).toEqual(["tooManyWeeks"]);
  });

  it("needs eight weeks' notice, maternity pay ended, declarations, earnings and service", () => {
    expect(reasons(sharedParentalPayEntitlement(shared({ notice: notice("2026-10-13") })))).toEqual(["noticeTooLate"]);
    expect(only(sharedParentalPayEntitlement(shared({ hasMaternityPayEnded: false })))).toMatchObject({
      reason: "maternityPayNotEnded",
      text: "Maternity or adoption pay must be ended, or notice given to end it, before it can be shared.",
    });
    expect(only(sharedParentalPayEntitlement(shared({ hasDeclarations: false })))?.text).toBe("The declaration of both parents was not seen.");
    expect(reasons(sharedParentalPayEntitlement(shared({ employment: job({ averageWeeklyEarnings: pounds(128) }) })))).toEqual(["earningsTooLow"]);
    expect(reasons(sharedParentalPayEntitlement(shared({ employment: job({ startedOn: day("2025-12-21") }) })))).toEqual(["notEmployedLongEnough"]);
  });

  it("needs the job until the stretch begins, and the stretch within 52 weeks of the birth", () => {
    expect(sharedParentalPayEntitlement(shared({ employment: job({ endedOn: day("2026-12-06") }) })).isEntitled).toBe(true);
    expect(reasons(sharedParentalPayEntitlement(shared({ employment: job({ endedOn: day("2026-12-05") }) })))).toEqual(["notStillEmployed"]);
    // Ten weeks that end on 27 September 2027 start on 20 July 2027.
    expect(sharedParentalPayEntitlement(shared({ payStart: day("2027-07-20") })).isEntitled).toBe(true);
    expect(reasons(sharedParentalPayEntitlement(shared({ payStart: day("2027-07-21") })))).toEqual(["endsTooLate"]);
    expect(reasons(sharedParentalPayEntitlement(shared({ payStart: day("2026-09-27"), notice: notice("2026-08-01") })))).toEqual(["startsTooEarly"]);
  });
});

describe("statutory parental bereavement pay", () => {
  // Died on Wednesday 10 June 2026: the relevant week ends on Saturday 6 June; 26 weeks by then from 13 December 2025.
  const bereavement = (change: Partial<ParentalBereavementPayFacts> = {}): ParentalBereavementPayFacts => ({
    diedOn: day("2026-06-10"),
    child: { kind: "bornAlive", bornOn: day("2010-01-01") },
    payStart: day("2026-06-15"),
    weeks: 2,
    weeksTakenBefore: 0,
    employment: job({ startedOn: day("2025-12-13") }),
    notice: notice("2026-07-12"),
    hasDeclaration: true,
    ...change,
  });

  it("is due with 26 weeks by the Saturday before the week of death", () => {
    expect(bereavementRelevantWeekEnd(day("2026-06-10"))).toBe("2026-06-06");
    expect(parentalBereavementPayEntitlement(bereavement())).toEqual({ isEntitled: true, refusals: [] });
    expect(reasons(parentalBereavementPayEntitlement(bereavement({ employment: job({ startedOn: day("2025-12-14") }) })))).toEqual([
      "notEmployedLongEnough",
    ]);
  });

  it.each([
    [{ kind: "bornAlive", bornOn: day("2008-06-11") }, true],
    [{ kind: "bornAlive", bornOn: day("2008-06-10") }, false],
    [{ kind: "stillborn", weeksOfPregnancy: 24 }, true],
    [{ kind: "stillborn", weeksOfPregnancy: 23 }, false],
  ] as const)("covers a child under 18 or stillborn after 24 weeks: %j %s", (child, isEntitled) => {
    const result = parentalBereavementPayEntitlement(bereavement({ child }));
    expect(result.isEntitled).toBe(isEntitled);
    if (!isEntitled) {
      expect(only(result)).toEqual({
        reason: "childNotCovered",
        text: "This pay is for a child under 18, or a baby stillborn after 24 weeks of pregnancy.",
        form: null,
      });
    }
  });

  it("needs the job on the day of death, earnings, notice within 28 days and the declaration", () => {
    expect(reasons(parentalBereavementPayEntitlement(bereavement({ employment: job({ endedOn: day("2026-06-09") }) })))).toEqual([
      "notStillEmployed",
    ]);
    expect(parentalBereavementPayEntitlement(bereavement({ employment: job({ endedOn: day("2026-06-10") }) })).isEntitled).toBe(true);
    expect(reasons(parentalBereavementPayEntitlement(bereavement({ employment: job({ averageWeeklyEarnings: 0n }) })))).toEqual(["earningsTooLow"]);
    expect(reasons(parentalBereavementPayEntitlement(bereavement({ notice: notice("2026-07-13") })))).toEqual(["noticeTooLate"]);
    expect(only(parentalBereavementPayEntitlement(bereavement({ hasDeclaration: false })))?.text).toBe(
      "The declaration of the person asking was not seen.",
    );
  });

  it("two weeks at most, within 56 weeks of the death", () => {
    expect(reasons(parentalBereavementPayEntitlement(bereavement({ weeksTakenBefore: 1 })))).toEqual(["tooManyWeeks"]);
    expect(parentalBereavementPayEntitlement(bereavement({ weeks: 1, weeksTakenBefore: 1 })).isEntitled).toBe(true);
    // 10 June 2026 + 392 days = 7 July 2027; two weeks that end then start on 24 June.
    const at = (payStart: string) => reasons(parentalBereavementPayEntitlement(bereavement({ payStart: day(payStart) })));
    expect(at("2027-06-24")).toEqual([]);
    expect(at("2027-06-25")).toEqual(["endsTooLate"]);
    expect(at("2026-06-09")).toContain("startsTooEarly");
  });
});

describe("statutory neonatal care pay", () => {
  const neonatal = (change: Partial<NeonatalCarePayFacts> = {}): NeonatalCarePayFacts => ({
    event: { kind: "birth", dueDate, bornOn: day("2026-09-01") },
    bornOn: day("2026-09-01"),
    stays: [{ startedOn: day("2026-09-01"), wholeDays: 15 }],
    payStart: day("2026-09-14"),
    weeks: 2,
    weeksTakenBefore: 0,
    isInCareOrJustOut: true,
    employment: job({ startedOn: day("2025-12-20") }),
    notice: notice("2026-10-11"),
    hasDeclaration: true,
    ...change,
  });

  it("gives a week for each seven whole days in a row, twelve at most, for care begun within 28 days of birth", () => {
    const weeks = (startedOn: string, ...wholeDays: number[]) =>
      neonatalCareWeeks(
        day("2026-09-01"),
        wholeDays.map((days) => ({ startedOn: day(startedOn), wholeDays: days })),
      );
    expect([weeks("2026-09-01", 6), weeks("2026-09-01", 7), weeks("2026-09-01", 13), weeks("2026-09-01", 14)]).toEqual([0, 1, 1, 2]);
    expect(weeks("2026-09-01", 8, 8)).toBe(2);
    expect([weeks("2026-09-01", 84), weeks("2026-09-01", 91)]).toEqual([12, 12]);
    expect([weeks("2026-09-29", 7), weeks("2026-09-30", 7), weeks("2026-08-31", 7)]).toEqual([1, 0, 0]);
  });

  it("is due while the baby is in care", () => {
    expect(neonatalCarePayEntitlement(neonatal())).toEqual({ isEntitled: true, refusals: [] });
  });

  it("needs seven days of care and no more weeks than it gives", () => {
    const little = neonatalCarePayEntitlement(neonatal({ stays: [{ startedOn: day("2026-09-01"), wholeDays: 6 }], weeks: 1 }));
    expect(little.refusals.map(({ reason, text, form }) => [reason, text, form])).toEqual([
      ["notEnoughNeonatalCare", "The baby must have at least 7 whole days in a row of neonatal care that began within 28 days of birth.", null],
      ["tooManyWeeks", "Statutory Neonatal Care Pay can be paid for whole weeks, 0 weeks at most here. 1 were asked for.", null],
    ]);
    expect(reasons(neonatalCarePayEntitlement(neonatal({ weeksTakenBefore: 1 })))).toEqual(["tooManyWeeks"]);
    expect(neonatalCarePayEntitlement(neonatal({ weeks: 1, weeksTakenBefore: 1 })).isEntitled).toBe(true);
    expect(neonatalCarePayEntitlement(neonatal({ weeks: 1, weeksTakenBefore: 3 })).refusals[0]?.text).toContain("0 weeks at most here");
  });

  it.each([
    ["2025-04-06", []],
    ["2025-04-05", ["childNotCovered"]],
  ])("a baby born on %s", (birth, expected) => {
    const bornOn = day(birth);
    const facts = neonatal({
      event: { kind: "birth", dueDate: day("2025-04-10"), bornOn },
      bornOn,
      stays: [{ startedOn: bornOn, wholeDays: 14 }],
      payStart: day("2025-04-20"),
      employment: job({ startedOn: day("2020-01-01") }),
      notice: notice("2025-04-20"),
    });
    expect(reasons(neonatalCarePayEntitlement(facts))).toEqual(expected);
    if (expected.length > 0)
      expect(neonatalCarePayEntitlement(facts).refusals[0]).toEqual({
        reason: "childNotCovered",
        text: "This pay is for babies born on or after 6 April 2025.",
        form: null,
      });
  });

  it("notice: 28 days into the pay in or just after care; later 15 days before for one week, 28 for two", () => {
    const given = (givenOn: string, change: Partial<NeonatalCarePayFacts>) =>
      neonatalCarePayEntitlement(neonatal({ notice: notice(givenOn), ...change })).isEntitled;
    expect([given("2026-10-11", {}), given("2026-10-12", {})]).toEqual([true, false]);
    const later = { isInCareOrJustOut: false, payStart: day("2027-03-01") };
    expect([given("2027-02-14", { ...later, weeks: 1 }), given("2027-02-15", { ...later, weeks: 1 })]).toEqual([true, false]);
    expect([given("2027-02-01", later), given("2027-02-02", later)]).toEqual([true, false]);
  });

  it("the relevant week is that of the birth or adoption, or else the week before care began", () => {
    expect(neonatalRelevantWeekEnd(neonatal())).toBe("2026-06-13");
    const stays = [
      { startedOn: day("2026-09-20"), wholeDays: 7 },
      { startedOn: day("2026-09-02"), wholeDays: 7 },
    ];
    expect(neonatalRelevantWeekEnd({ event: null, stays, bornOn: day("2026-09-01") })).toBe("2026-08-29");
    expect(neonatalRelevantWeekEnd({ event: null, stays: [], bornOn: day("2026-09-08") })).toBe("2026-09-05");
    expect(neonatalRelevantWeekEnd({ event: null, stays: [{ startedOn: day("2026-09-15"), wholeDays: 7 }], bornOn: day("2026-09-01") })).toBe(
      "2026-09-12",
    );
  });

  it("needs service, the job until the day before, earnings and the declaration", () => {
    expect(reasons(neonatalCarePayEntitlement(neonatal({ employment: job({ startedOn: day("2025-12-21") }) })))).toEqual(["notEmployedLongEnough"]);
    expect(reasons(neonatalCarePayEntitlement(neonatal({ employment: job({ endedOn: day("2026-09-12") }) })))).toEqual(["notStillEmployed"]);
    expect(neonatalCarePayEntitlement(neonatal({ employment: job({ endedOn: day("2026-09-13") }) })).isEntitled).toBe(true);
    expect(reasons(neonatalCarePayEntitlement(neonatal({ employment: job({ averageWeeklyEarnings: 0n }) })))).toEqual(["earningsTooLow"]);
    expect(only(neonatalCarePayEntitlement(neonatal({ hasDeclaration: false })))?.text).toBe("The declaration of the person asking was not seen.");
  });

  it("a very early baby: service counts as if it had come later; without other family pay it counts to the week before care", () => {
    const early = (event: NeonatalCarePayFacts["event"], startedOn: string) =>
      reasons(
        neonatalCarePayEntitlement(
          neonatal({
            event,
            bornOn: day("2026-05-20"),
            stays: [{ startedOn: day("2026-05-20"), wholeDays: 14 }],
            payStart: day("2026-06-03"),
            notice: notice("2026-06-03"),
            employment: job({ startedOn: day(startedOn) }),
          }),
        ),
      );
    expect(early({ kind: "birth", dueDate, bornOn: day("2026-05-20") }, "2025-12-20")).toEqual([]);
    // 16 May 2026 less 175 days is 22 November 2025.
    expect([early(null, "2025-11-22"), early(null, "2025-11-23")]).toEqual([[], ["notEmployedLongEnough"]]);
  });

  it("within 68 weeks of the birth", () => {
    // 1 September 2026 + 476 days = 21 December 2027; two weeks that end then start on 8 December.
    const at = (payStart: string) => reasons(neonatalCarePayEntitlement(neonatal({ payStart: day(payStart) })));
    expect([at("2027-12-08"), at("2027-12-09")]).toEqual([[], ["endsTooLate"]]);
    expect(at("2026-08-31")).toContain("startsTooEarly");
  });
});
