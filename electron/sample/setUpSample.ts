import type { AllOperations } from "../../shared/contract/index.ts";
import type { InputOf } from "../../shared/contract/operation.ts";
import { minutes } from "../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../shared/core/money.ts";
import { earlierOf, type PlainDate, plainDate } from "../../shared/core/plainDate.ts";
import { type SampleAssistant, sampleBudget, sampleFirstPeriod, sampleFunders, samplePeople, sampleRates, sampleStarts } from "./sampleHousehold.ts";
import type { Story } from "./story.ts";

/** What the later chapters need to know of the household. */
export interface SampleIds {
  readonly lines: Readonly<Record<"day" | "night" | "activities" | "insurance" | "training" | "equipment" | "contingency", string>>;
  readonly funders: { readonly integratedCareBoard: string; readonly council: string };
  readonly kinds: ReadonlyMap<string, string>;
  readonly assistants: Map<SampleAssistant, { readonly engagementId: string; readonly name: string }>;
}

const day = (text: string): PlainDate => plainDate(text);

/** Chapter one: who is who, the budget, the plan and the employer, on the first of April. */
export async function setUpHousehold(story: Story): Promise<SampleIds> {
  story.goTo(sampleBudget.from);
  await story.run("people.saveHousehold", {
    budgetPerson: {
      ...samplePeople.budgetPerson,
      dateOfBirth: day(samplePeople.budgetPerson.dateOfBirth),
      communicationNeeds: "Letters in large print, please.",
    },
    holder: { kind: "self" },
    atTheKeyboard: { who: "budgetPerson" },
  });
  const funders = await saveBudget(story);
  const lines = await savePlan(story);
  await saveEmployer(story);
  const kinds = await story.run("employment.listKindsOfTime", {});
  return { lines, funders, kinds: new Map(kinds.map((kind) => [kind.name, kind.id])), assistants: new Map() };
}

async function saveBudget(story: Story): Promise<SampleIds["funders"]> {
  const { integratedCareBoard, council } = sampleFunders;
  const funder = (kind: "integratedCareBoard" | "council", details: typeof integratedCareBoard | typeof council) => ({
    kind,
    name: details.name,
    place: details.place,
    shareBasisPoints: basisPoints(details.shareBasisPoints),
    takesResidualPenny: kind === "integratedCareBoard",
    schedules: [
      { amountPence: pence(details.everyFourWeeksPence), cycle: "fourWeekly" as const, firstOn: day(sampleBudget.firstPaymentOn), weeksInAdvance: 4 },
    ],
  });
  const { funders } = await story.run("people.saveBudget", {
    reference: sampleBudget.reference,
    cohort: "jointPackage",
    holding: "ownAccount",
    fromOn: day(sampleBudget.from),
    toOn: day(sampleBudget.to),
    reserveWeeks: sampleBudget.reserveWeeks,
    firstReviewOn: day("2026-07-01"),
    nextReviewOn: day("2027-01-12"),
    funders: [funder("integratedCareBoard", integratedCareBoard), funder("council", council)],
  });
  const idOf = (kind: string) => funders.find((one) => one.kind === kind)?.id ?? "";
  return { integratedCareBoard: idOf("integratedCareBoard"), council: idOf("council") };
}

async function savePlan(story: Story): Promise<SampleIds["lines"]> {
  const hours = (hoursAWeek: number, hourlyRatePence: number) => ({
    kind: "hours" as const,
    minutesPerWeek: minutes(hoursAWeek * 60),
    hourlyRatePence: pence(hourlyRatePence),
  });
  const sum = (amountPence: number, frequency: "weekly" | "fourWeekly" | "monthly" | "yearly") => ({
    kind: "sum" as const,
    amountPence: pence(amountPence),
    frequency,
  });
  const { lines } = await story.run("people.savePlan", {
    fromOn: day(sampleBudget.from),
    reason: "The plan as agreed in March",
    outcomes: [
      { description: "I get up, wash and eat when I choose, safely." },
      { description: "I am safe at night." },
      { description: "I get out, see people and make art." },
    ],
    lines: [
      { name: "Day support", category: "personalAssistants", terms: hours(56, 1_560), outcomePosition: 0 },
      { name: "Night support", category: "nightSupport", terms: sum(15_500, "weekly"), outcomePosition: 1 },
      { name: "Activities", category: "activities", terms: sum(6_000, "monthly"), outcomePosition: 2 },
      { name: "Employers’ liability insurance", category: "insurance", terms: sum(10_000, "yearly") },
      { name: "Training for personal assistants", category: "training", terms: sum(60_000, "yearly") },
      { name: "Shower chair", category: "equipment", terms: { kind: "oneOff", amountPence: pence(85_000), frequency: "once" }, outcomePosition: 0 },
      { name: "Cover for the unexpected", category: "contingency", terms: { kind: "contingency", amountPence: pence(150_000), frequency: "yearly" } },
    ],
  });
  const idOf = (name: string) => lines.find((line) => line.name === name)?.id ?? "";
  return {
    day: idOf("Day support"),
    night: idOf("Night support"),
    activities: idOf("Activities"),
    insurance: idOf("Employers’ liability insurance"),
    training: idOf("Training for personal assistants"),
    equipment: idOf("Shower chair"),
    contingency: idOf("Cover for the unexpected"),
  };
}

async function saveEmployer(story: Story): Promise<void> {
  await story.run("employment.saveEmployer", {
    payeReference: "123/AB45678",
    accountsOfficeReference: "123PA00012345",
    filingRoute: "basicPayeTools",
    payFrequency: "fourWeekly",
    firstPeriodFrom: day(sampleFirstPeriod.from),
    firstPayday: day(sampleFirstPeriod.payday),
    pensionSchemeName: "Fenland Workplace Pension",
    pensionSchemeReference: "FWP-55120",
    pensionTaxRelief: "reliefAtSource",
    pensionStagingOn: day(sampleStarts.tom.startOn),
    employmentAllowance: [{ taxYear: "2026-27", isClaimed: true }],
  });
  await story.run("employment.saveEmployerTaxYear", { taxYear: "2026-27", hasSmallEmployersRelief: true, previousClass1Pence: pence(184_000) });
  await story.run("employment.addInsurancePolicy", {
    insurer: "Hearthside Insurance",
    policyNumber: "HS-EL-204417",
    fromOn: day("2026-04-01"),
    toOn: day("2027-05-14"),
    premiumPence: pence(9_650),
  });
}

/** Tom is here already; Priya and Dev start in April; Grace joins in July. */
export async function addAssistant(story: Story, ids: SampleIds, who: SampleAssistant): Promise<void> {
  const person = samplePeople[who];
  const { startOn } = sampleStarts[who];
  const rates = sampleRates[who]
    .filter((rate) => rate.from === startOn)
    .map((rate) => ({ kindOfTimeId: ids.kinds.get(rate.kind) ?? "", ratePence: pence(rate.ratePence) }));
  const common = {
    person: { ...person, dateOfBirth: day(person.dateOfBirth) },
    startOn: day(startOn),
    payRates: rates,
  };
  const { id } = await story.run("employment.addAssistant", { ...common, ...particularsOf[who] });
  ids.assistants.set(who, { engagementId: id, name: `${person.firstName} ${person.lastName}` });
  for (const kind of ["rightToWork", "writtenStatement", "dbs"] as const) {
    await story.run("employment.recordCheck", {
      engagementId: id,
      kind,
      checkedOn: earlierOf(day(startOn), story.today()),
      reference: kind === "dbs" ? "001700000000" : "",
    });
  }
}

type Particulars = Omit<InputOf<AllOperations["employment.addAssistant"]>, "person" | "startOn" | "payRates">;

const particularsOf: Readonly<Record<SampleAssistant, Particulars>> = {
  tom: {
    starterKind: "existing",
    taxCode: "1257L",
    nationalInsuranceNumber: "AA111111A",
    loans: ["plan5"],
    gender: "M",
    contractedMinutesPerWeek: minutes(30 * 60),
    usualWorkingDays: ["Mon", "Tue", "Wed", "Thu"],
    pensionStatus: "enrolled",
    bankDetails: { accountName: "T Ellery", sortCode: "00-00-01", accountNumber: "00012345" },
  },
  priya: {
    starterKind: "p45",
    p45: { leavingOn: day("2026-04-10"), taxCode: "1257L", taxablePayPence: pence(42_000), taxPence: pence(3_540) },
    gender: "F",
    usualWorkingDays: ["Wed", "Sat", "Sun"],
    loans: ["plan2"],
    pensionStatus: "enrolled",
    bankDetails: { accountName: "P Nair", sortCode: "00-00-02", accountNumber: "00023456" },
  },
  dev: {
    starterKind: "declarationB",
    gender: "M",
    usualWorkingDays: ["Fri"],
    pensionStatus: "notEligible",
    bankDetails: { accountName: "D Mistry", sortCode: "00-00-04", accountNumber: "00045678" },
  },
  grace: {
    starterKind: "declarationC",
    gender: "F",
    usualWorkingDays: ["Tue", "Fri"],
    pensionStatus: "notEligible",
    bankDetails: { accountName: "G Adeyemi", sortCode: "00-00-03", accountNumber: "00034567" },
  },
};
