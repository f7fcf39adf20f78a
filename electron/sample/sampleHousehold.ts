/**
 * The sample household. Everybody and every organisation here is made up; references use forms that are never given
 * out (the postcode is one the Post Office never uses; the phone number is one kept for drama).
 * It is played through the program's own operations by buildSampleHousehold.ts, into a file of its own.
 */

/** The day the story has reached. Six months of pay runs are finished; one is open. */
export const sampleToday = "2026-11-21";

/** The day on which the demo's whole year of work is done: every return of the budget year can be made. */
export const sampleYearEnd = "2027-04-05";

/** The fixed passphrase of the sample file. It protects nothing: the people in it do not exist. */
export const samplePassphrase = "sample household for trying out";

export const samplePeople = {
  budgetPerson: {
    firstName: "Amara",
    lastName: "Okafor",
    dateOfBirth: "1988-02-17",
    address: "14 Lantern Row, Fenmarsh",
    postcode: "ZZ99 3VZ",
    phone: "01632 960144",
  },
  tom: { firstName: "Tom", lastName: "Ellery", dateOfBirth: "1991-06-03", address: "2 Quay Cottages, Fenmarsh", postcode: "ZZ99 3VZ" },
  priya: { firstName: "Priya", lastName: "Nair", dateOfBirth: "1997-09-21", address: "31 Alder Street, Fenmarsh", postcode: "ZZ99 3VZ" },
  dev: { firstName: "Dev", lastName: "Mistry", dateOfBirth: "2001-05-30", address: "5 Mill Lane, Fenmarsh", postcode: "ZZ99 3VZ" },
  grace: { firstName: "Grace", lastName: "Adeyemi", dateOfBirth: "1974-12-08", address: "8 Orchard View, Little Fen", postcode: "ZZ99 3VZ" },
} as const;

export const sampleFunders = {
  integratedCareBoard: { name: "Fenmarsh and Vale Integrated Care Board", place: "Fenmarsh", shareBasisPoints: 7000, everyFourWeeksPence: 308_000 },
  council: { name: "Fenmarsh County Council", place: "", shareBasisPoints: 3000, everyFourWeeksPence: 132_000 },
} as const;

export const sampleBudget = {
  reference: "PHB-20417",
  from: "2026-04-01",
  to: "2027-03-31",
  reserveWeeks: 8,
  firstPaymentOn: "2026-04-07",
  openingBalancePence: 312_550,
  accountOpenedOn: "2026-04-01",
} as const;

/** The first pay period: four weeks, paid on the Friday after they end. A bureau paid Tom up to 5 April, so the first week kept here is that of the 6th. */
export const sampleFirstPeriod = { from: "2026-03-16", payday: "2026-04-17", firstWeek: "2026-04-06" } as const;

export type SampleAssistant = "tom" | "priya" | "dev" | "grace";

/** First day of the job, and the week in which each one is added and first works. Tom was here before the records. */
export const sampleStarts: Readonly<Record<SampleAssistant, { readonly startOn: string; readonly firstWeek: string }>> = {
  tom: { startOn: "2025-06-02", firstWeek: "2026-04-06" },
  priya: { startOn: "2026-04-13", firstWeek: "2026-04-13" },
  dev: { startOn: "2026-04-13", firstWeek: "2026-04-13" },
  grace: { startOn: "2026-07-06", firstWeek: "2026-07-06" },
};
export type SampleKindOfTime = "Weekday" | "Saturday" | "Sunday" | "Bank holiday" | "Waking night" | "Sleep-in";

/** Rates in pence, by kind of time and from when. Sleep-ins are a sum for the night. */
export const sampleRates: Record<SampleAssistant, readonly { readonly kind: SampleKindOfTime; readonly from: string; readonly ratePence: number }[]> =
  {
    tom: [
      { kind: "Weekday", from: "2025-06-02", ratePence: 1_350 },
      { kind: "Weekday", from: "2026-08-31", ratePence: 1_385 },
      { kind: "Bank holiday", from: "2025-06-02", ratePence: 2_025 },
      { kind: "Waking night", from: "2025-06-02", ratePence: 1_490 },
    ],
    priya: [
      { kind: "Weekday", from: "2026-04-13", ratePence: 1_350 },
      { kind: "Saturday", from: "2026-04-13", ratePence: 1_410 },
      { kind: "Sunday", from: "2026-04-13", ratePence: 1_460 },
      { kind: "Sleep-in", from: "2026-04-13", ratePence: 7_000 },
    ],
    dev: [{ kind: "Weekday", from: "2026-04-13", ratePence: 1_350 }],
    grace: [{ kind: "Weekday", from: "2026-07-06", ratePence: 1_350 }],
  };

export interface SampleShift {
  readonly who: SampleAssistant;
  /** Day of the week, 0 Monday to 6 Sunday, on which the shift starts. */
  readonly day: number;
  readonly start: string;
  readonly end: string;
  readonly breakMinutes: number;
  readonly kind: SampleKindOfTime;
  readonly line: "day" | "night";
  /** The pattern starts in the week of this Monday. */
  readonly fromWeek: string;
  /** The last week of the pattern, by its Monday. */
  readonly untilWeek?: string;
  /** Every week, or every second week counted from `fromWeek`. */
  readonly everyWeeks: 1 | 2;
}

const tomWeekday = (day: number): SampleShift => ({
  who: "tom",
  day,
  start: "08:00",
  end: "16:00",
  breakMinutes: 30,
  kind: "Weekday",
  line: "day",
  fromWeek: "2026-04-06",
  everyWeeks: 1,
});

/** Priya works up to the last week before her maternity leave. */
const priyaWeeks = { fromWeek: "2026-04-13", untilWeek: "2026-12-28", everyWeeks: 1 } as const;

/** The weekly rota. */
export const samplePattern: readonly SampleShift[] = [
  tomWeekday(0),
  tomWeekday(1),
  tomWeekday(2),
  tomWeekday(3),
  { who: "tom", day: 4, start: "22:00", end: "06:00", breakMinutes: 0, kind: "Waking night", line: "night", fromWeek: "2026-04-13", everyWeeks: 2 },
  { who: "priya", day: 5, start: "09:00", end: "17:00", breakMinutes: 30, kind: "Saturday", line: "day", ...priyaWeeks },
  { who: "priya", day: 6, start: "09:00", end: "17:00", breakMinutes: 30, kind: "Sunday", line: "day", ...priyaWeeks },
  { who: "priya", day: 2, start: "22:00", end: "07:00", breakMinutes: 0, kind: "Sleep-in", line: "night", ...priyaWeeks },
  {
    who: "dev",
    day: 4,
    start: "16:00",
    end: "20:00",
    breakMinutes: 0,
    kind: "Weekday",
    line: "day",
    fromWeek: "2026-04-13",
    untilWeek: "2026-07-13",
    everyWeeks: 1,
  },
  { who: "grace", day: 1, start: "16:30", end: "20:30", breakMinutes: 0, kind: "Weekday", line: "day", fromWeek: "2026-07-06", everyWeeks: 1 },
  { who: "grace", day: 4, start: "09:00", end: "15:00", breakMinutes: 30, kind: "Weekday", line: "day", fromWeek: "2026-07-06", everyWeeks: 1 },
];

/** Bank holidays that fall on Tom's Mondays; he works them at his bank holiday rate. */
export const sampleBankHolidays: readonly string[] = ["2026-05-04", "2026-05-25", "2026-08-31"];

/** Tom was ill across 6 April, when the rules changed, and on one Tuesday in June: sick pay from the first day. */
export const sampleSickness = [
  { who: "tom", from: "2026-04-02", to: "2026-04-07", note: "Flu. The rules of sick pay changed on 6 April." },
  { who: "tom", from: "2026-06-16", to: "2026-06-16", note: "Rang at seven: a stomach bug." },
] as const;

/** Dev moved away: one week's notice, the last day worked, and the P45 on the last payday. */
export const sampleLeaver = { who: "dev", noticeOn: "2026-07-10", endOn: "2026-07-17", contractWeeks: 1 } as const;

/** HMRC sent a new code for Tom, and a start notice for a postgraduate loan. */
export const sampleNotices = { who: "tom", on: "2026-09-14", taxCode: "1185L" } as const;

/** Found in September: an hour of a Saturday was left out of Priya's payslip of 7 August. */
export const sampleCorrection = { who: "priya", payday: "2026-08-07", foundInPeriodTo: "2026-08-30", label: "Saturday", minutes: 60 } as const;

/** Priya's baby is due on 31 January 2027. */
export const sampleMaternity = { who: "priya", toldOn: "2026-11-16", dueOn: "2027-01-31", payFrom: "2027-01-04", weeks: 39 } as const;

/** The night the clocks went back: from ten to six is nine hours. */
export const sampleClockChangeNight = {
  who: "tom",
  on: "2026-10-24",
  start: "22:00",
  end: "06:00",
  breakMinutes: 0,
  kind: "Waking night",
  line: "night",
} as const;

/** Priya was woken on these sleep-in nights, in minutes. */
export const sampleWokenMinutes: Readonly<Record<string, number>> = { "2026-05-20": 45, "2026-07-15": 90, "2026-09-23": 30 };

export interface SamplePurchase {
  readonly on: string;
  readonly text: string;
  readonly amountPence: number;
  readonly line: "activities" | "insurance" | "training" | "equipment";
  readonly receipt: boolean;
  /** Not matched yet: the last line of the statement waits for the user. */
  readonly isLeft?: true;
}

/** The first quarter's return was sent on this day; the second is for the user to make. */
export const sampleReturn = { periodFrom: "2026-04-01", periodTo: "2026-06-30", sentOn: "2026-07-20", template: "joint-percentage-split" } as const;

/** The last statement ends on this day. */
export const sampleLastStatementOn = "2026-11-20";

/** Other things bought from the account. One receipt in the last quarter is missing, so that the return has something to mend. */
export const samplePurchases: readonly SamplePurchase[] = [
  { on: "2026-04-20", text: "HEARTHSIDE INSURANCE POLICY", amountPence: 9_650, line: "insurance", receipt: true },
  { on: "2026-04-29", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-05-27", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-06-09", text: "EVENHAND TRAINING LTD", amountPence: 12_000, line: "training", receipt: true },
  { on: "2026-06-24", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-07-22", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-08-05", text: "STRIDE MOBILITY SHOP", amountPence: 84_999, line: "equipment", receipt: true },
  { on: "2026-08-19", text: "VALE SWIMMING POOL", amountPence: 1_899, line: "activities", receipt: false },
  { on: "2026-09-16", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-10-14", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2026-11-12", text: "VALE SWIMMING POOL", amountPence: 1_899, line: "activities", receipt: false, isLeft: true },
  { on: "2026-12-09", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2027-01-20", text: "EVENHAND TRAINING LTD", amountPence: 18_000, line: "training", receipt: true },
  { on: "2027-02-17", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
  { on: "2027-03-17", text: "FENMARSH ART ROOM", amountPence: 4_500, line: "activities", receipt: true },
];
