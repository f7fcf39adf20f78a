import { minutes } from "../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../shared/core/money.ts";
import { plainDate } from "../../shared/core/plainDate.ts";
import type { TestApp } from "./startTestApp.ts";

/** The records of a set-up household, by what they are. */
export interface GivenHousehold {
  readonly budgetPersonId: string;
  readonly holderId: string;
  readonly budgetId: string;
  readonly integratedCareBoardId: string;
  readonly councilId: string;
  readonly employerId: string;
  readonly planLineIds: { readonly daySupport: string; readonly nightSupport: string; readonly activities: string; readonly equipment: string };
  /** Ids by the names of the usual kinds of time. */
  readonly kindOfTimeIds: {
    readonly weekday: string;
    readonly saturday: string;
    readonly sunday: string;
    readonly bankHoliday: string;
    readonly wakingNight: string;
    readonly sleepIn: string;
    readonly training: string;
    readonly travelTime: string;
    readonly mileage: string;
    readonly holidayPay: string;
  };
  /** Engagements. Priya Nair, 36, since February 2025, code 1257L, letter A; Tom Reyes, 19, since 13 April 2026, statement A, letter M. */
  readonly assistants: { readonly priya: string; readonly tom: string };
}

const rates = {
  weekday: 1360,
  saturday: 1490,
  sunday: 1490,
  bankHoliday: 2040,
  wakingNight: 1420,
  sleepIn: 6000,
  training: 1360,
  travelTime: 1360,
  mileage: 45,
};

/**
 * Sets up a fictional household through the operations, as a person would. Amara Okafor has a joint budget from 1 April
 * 2026 (board 70 %, council 30 %, four-weekly payments of £2,800.00 and £1,200.00 from 2 April); her mother Grace holds
 * it as nominee and uses the app. Wages are four-weekly: first period from Monday 6 April 2026, first payday Friday 8 May.
 * The app's day must be 13 April 2026 or later.
 */
export async function givenHousehold(app: Pick<TestApp, "value">): Promise<GivenHousehold> {
  const household = await app.value("people.saveHousehold", {
    budgetPerson: {
      firstName: "Amara",
      lastName: "Okafor",
      dateOfBirth: plainDate("1994-07-19"),
      address: "4 Larch Row, Exampleton",
      postcode: "ZZ1 1ZZ",
    },
    holder: {
      kind: "nominee",
      authority: "Nomination letter",
      person: { firstName: "Grace", lastName: "Okafor", address: "4 Larch Row, Exampleton", postcode: "ZZ1 1ZZ" },
    },
    atTheKeyboard: { who: "holder" },
  });
  const { budget, funders } = await app.value("people.saveBudget", {
    reference: "PHB-0417",
    cohort: "jointPackage",
    holding: "ownAccount",
    fromOn: plainDate("2026-04-01"),
    toOn: plainDate("2027-03-31"),
    reserveWeeks: 8,
    firstReviewOn: plainDate("2026-07-02"),
    nextReviewOn: plainDate("2027-03-02"),
    funders: [
      {
        kind: "integratedCareBoard",
        name: "NHS Exampleshire Integrated Care Board",
        place: "North",
        shareBasisPoints: basisPoints(7000),
        takesResidualPenny: true,
        schedules: [{ amountPence: pence(280_000), cycle: "fourWeekly", firstOn: plainDate("2026-04-02"), weeksInAdvance: 4 }],
      },
      {
        kind: "council",
        name: "Exampleshire Council",
        shareBasisPoints: basisPoints(3000),
        schedules: [{ amountPence: pence(120_000), cycle: "fourWeekly", firstOn: plainDate("2026-04-02"), weeksInAdvance: 4 }],
      },
    ],
  });
  const { lines } = await app.value("people.savePlan", {
    fromOn: plainDate("2026-04-01"),
    outcomes: [{ description: "I am safe and well at home, day and night." }, { description: "I see friends and go swimming every week." }],
    lines: [
      {
        name: "Day support",
        category: "personalAssistants",
        terms: { kind: "hours", minutesPerWeek: minutes(1800), hourlyRatePence: pence(1580) },
        outcomePosition: 0,
      },
      {
        name: "Night support",
        category: "nightSupport",
        terms: { kind: "hours", minutesPerWeek: minutes(1200), hourlyRatePence: pence(1650) },
        outcomePosition: 0,
      },
      { name: "Activities", category: "activities", terms: { kind: "sum", amountPence: pence(12_000), frequency: "monthly" }, outcomePosition: 1 },
      { name: "Shower chair", category: "equipment", terms: { kind: "oneOff", amountPence: pence(48_000), frequency: "once" }, outcomePosition: 0 },
    ],
  });
  const { employer } = await app.value("employment.saveEmployer", {
    payeReference: "123/AB456",
    accountsOfficeReference: "123PA00012345",
    filingRoute: "basicPayeTools",
    payFrequency: "fourWeekly",
    firstPeriodFrom: plainDate("2026-04-06"),
    firstPayday: plainDate("2026-05-08"),
    paysHmrcQuarterly: true,
    pensionSchemeName: "Example Pension Trust",
    pensionStagingOn: plainDate("2025-02-03"),
    employmentAllowance: [{ taxYear: "2026-27", isClaimed: true }],
  });
  await app.value("employment.addInsurancePolicy", {
    insurer: "Example Mutual",
    policyNumber: "EL-000417",
    fromOn: plainDate("2026-02-01"),
    toOn: plainDate("2027-01-31"),
    premiumPence: pence(7_900),
  });

  const kinds = await app.value("employment.listKindsOfTime", {});
  const kindNamed = (name: string) => must(kinds.find((kind) => kind.name === name)).id;
  const kindOfTimeIds = {
    weekday: kindNamed("Weekday"),
    saturday: kindNamed("Saturday"),
    sunday: kindNamed("Sunday"),
    bankHoliday: kindNamed("Bank holiday"),
    wakingNight: kindNamed("Waking night"),
    sleepIn: kindNamed("Sleep-in"),
    training: kindNamed("Training"),
    travelTime: kindNamed("Travel time"),
    mileage: kindNamed("Mileage"),
    holidayPay: kindNamed("Holiday pay"),
  };
  const payRates = (Object.keys(rates) as (keyof typeof rates)[]).map((name) => ({
    kindOfTimeId: kindOfTimeIds[name],
    ratePence: pence(rates[name]),
  }));

  const priya = await app.value("employment.addAssistant", {
    person: { firstName: "Priya", lastName: "Nair", dateOfBirth: plainDate("1990-03-14"), phone: "01632 960017" },
    nationalInsuranceNumber: "AB123456C",
    gender: "F",
    startOn: plainDate("2025-02-03"),
    starterKind: "existing",
    taxCode: "1257L",
    contractedMinutesPerWeek: minutes(1440),
    bankDetails: { accountName: "P Nair", sortCode: "00-00-17", accountNumber: "00012345" },
    payRates,
  });
  const tom = await app.value("employment.addAssistant", {
    person: { firstName: "Tom", lastName: "Reyes", dateOfBirth: plainDate("2006-08-20"), phone: "01632 960044" },
    nationalInsuranceNumber: "AB654321D",
    gender: "M",
    startOn: plainDate("2026-04-13"),
    starterKind: "declarationA",
    bankDetails: { accountName: "T Reyes", sortCode: "00-00-44", accountNumber: "00054321" },
    payRates,
  });
  const firstDays = [
    { engagementId: priya.id, checkedOn: plainDate("2025-01-28") },
    { engagementId: tom.id, checkedOn: plainDate("2026-04-10") },
  ];
  for (const each of firstDays) {
    await app.value("employment.recordCheck", { ...each, kind: "rightToWork", seenBy: "Grace Okafor" });
    await app.value("employment.recordCheck", { ...each, kind: "writtenStatement", seenBy: "Grace Okafor" });
  }

  const lineNamed = (name: string) => must(lines.find((line) => line.name === name)).id;
  const [integratedCareBoard, council] = funders;
  return {
    budgetPersonId: must(household.budgetPerson).id,
    holderId: must(household.holder).id,
    budgetId: must(budget).id,
    integratedCareBoardId: must(integratedCareBoard).id,
    councilId: must(council).id,
    employerId: must(employer).id,
    planLineIds: {
      daySupport: lineNamed("Day support"),
      nightSupport: lineNamed("Night support"),
      activities: lineNamed("Activities"),
      equipment: lineNamed("Shower chair"),
    },
    kindOfTimeIds,
    assistants: { priya: priya.id, tom: tom.id },
  };
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("The household was not set up as expected");
  return value;
}
