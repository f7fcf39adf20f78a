import type { DocumentModel, DocumentSection } from "../../core/documentModel.ts";
import { type BasisPoints, formatPence, formatRate, type Pence } from "../../core/money.ts";
import { formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { optOutLastDay } from "../pension/optOut.ts";
import type { PensionTaxTreatment } from "../types.ts";

/** The scheme as its members are told of it. Empty texts where nothing is known yet. */
export interface PensionSchemeOnPaper {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly website: string;
  /** The employer's reference with the scheme. */
  readonly reference: string;
  readonly taxTreatment: PensionTaxTreatment;
  readonly employeeRate: BasisPoints;
  readonly employerRate: BasisPoints;
}

interface LetterBase {
  readonly writtenOn: PlainDate;
  readonly employerName: string;
  readonly employerContact: string;
  readonly employeeName: string;
  readonly employeeAddress: string;
  readonly scheme: PensionSchemeOnPaper;
  /** The earnings of a pay period above which the law enrols, and the age. */
  readonly earningsTrigger: Pence;
  readonly lowerEarnings: Pence;
  readonly payPeriod: "week" | "two weeks" | "four weeks" | "month";
}

/** Which letter: what the assessment said about the person, or that joining is put off. */
export type PensionLetterInput = LetterBase &
  (
    | { readonly category: "eligible"; readonly enrolledOn: PlainDate }
    | { readonly category: "nonEligible" | "entitled" | "alreadyMember" }
    | { readonly category: "postponed"; readonly postponedFrom: PlainDate; readonly postponedTo: PlainDate }
  );

const titles = {
  eligible: "You have been put into a workplace pension",
  nonEligible: "You can ask to join a workplace pension",
  entitled: "You can ask to join a pension",
  alreadyMember: "Your workplace pension and automatic enrolment",
  postponed: "Your workplace pension starts later",
} as const;

/**
 * The letter the law wants for each PA within six weeks: enrolled, may opt in, may join, already a member, or joining put off. Our own words; nothing in it advises
 * for or against. Source: Occupational and Personal Pension Schemes (Automatic Enrolment) Regulations 2010, schedule 2; The Pensions Regulator, Write to your staff.
 */
export function buildPensionLetterDocument(input: PensionLetterInput): DocumentModel {
  return {
    title: titles[input.category],
    subtitle: [input.employeeName, ...(input.employeeAddress === "" ? [] : [input.employeeAddress]), formatDate(input.writtenOn)],
    author: input.employerName,
    about: input.writtenOn,
    sections: [...sectionsOf(input), moreHelp(input)],
    footer: `From ${input.employerName}. Keep this letter.`,
  };
}

function sectionsOf(input: PensionLetterInput): DocumentSection[] {
  switch (input.category) {
    case "eligible":
      return eligibleSections(input, input.enrolledOn);
    case "nonEligible":
      return [
        paragraphs("Your right to join", [
          "You do not have to be in a workplace pension now, because of your age or what you earn. But you may ask to join, and I must then let you in.",
          `If you earn more than ${formatPence(input.lowerEarnings)} in ${aPeriod(input)}, I must pay in too.`,
        ]),
        contributions(input),
        howToAsk("opt in"),
        later(input),
      ];
    case "entitled":
      return [
        paragraphs("Your right to join", [
          `You earn ${formatPence(input.lowerEarnings)} or less in ${aPeriod(input)}. You may ask to join a pension and I must then arrange it.`,
          "I do not have to pay into it while you earn this little. What you pay in gets tax relief if you pay tax, and through some schemes even if you do not.",
        ]),
        howToAsk("join"),
        later(input),
      ];
    case "alreadyMember":
      return [
        paragraphs("You are already in", [
          `You are a member of ${schemeName(input)}. It meets the rules for automatic enrolment, so nothing changes for you.`,
          "If you leave this scheme and are then owed one, I will put you into a scheme again when the law says so.",
        ]),
        contributions(input),
      ];
    case "postponed":
      return [
        paragraphs("What happens", [
          `Joining a workplace pension is put off from ${formatDate(input.postponedFrom)} to ${formatDate(input.postponedTo)}. The law lets me do this for up to three months.`,
          `On ${formatDate(input.postponedTo)} I look at your age and pay. If you are at least 22, under State Pension age and earn more than ${formatPence(input.earningsTrigger)} in ${aPeriod(input)}, I will put you into ${schemeName(input)}.`,
        ]),
        paragraphs("You need not wait", [
          `You may ask to join before that day. If you earn more than ${formatPence(input.lowerEarnings)} in ${aPeriod(input)}, I must pay in as well; at ${formatPence(input.lowerEarnings)} or less I do not have to.`,
        ]),
        howToAsk("join"),
      ];
  }
}

const schemeName = ({ scheme }: LetterBase) => (scheme.name === "" ? "the workplace pension" : scheme.name);
const aPeriod = ({ payPeriod }: LetterBase) => (payPeriod === "month" || payPeriod === "week" ? `a ${payPeriod}` : payPeriod);
const paragraphs = (heading: string, texts: readonly string[]): DocumentSection => ({
  heading,
  blocks: texts.map((text) => ({ kind: "paragraph", text })),
});

function eligibleSections(input: LetterBase, enrolledOn: PlainDate): DocumentSection[] {
  const optOutFrom = laterOf(enrolledOn, input.writtenOn);
  return [
    paragraphs("What I have done", [
      `From ${formatDate(enrolledOn)} you are a member of ${schemeName(input)}. The law says so for everyone who is at least 22, under State Pension age and earns more than ${formatPence(input.earningsTrigger)} in ${aPeriod(input)}.`,
      "You need do nothing. The scheme will write to you too.",
    ]),
    contributions(input),
    {
      heading: "Your choice to opt out",
      blocks: [
        {
          kind: "list",
          items: [
            `You may opt out within one month: from ${formatDate(optOutFrom)} to ${formatDate(optOutLastDay(enrolledOn, input.writtenOn))}. If the scheme's own letter comes later, the month starts with that letter.`,
            "Ask the scheme for an opt-out notice, online or by telephone. By law it may not come from me. Give the signed notice to me or do it on the scheme's website.",
            "If you opt out in time, you are treated as if you had never joined, and what was taken from your pay is given back.",
            "After that month you may stop paying at any time, but what was paid in usually stays in your pension until you take it.",
            "If you opt out, you may ask to come back: once in every twelve months I must let you in. About every three years I must put you in again if you are then eligible.",
          ],
        },
      ],
    },
  ];
}

function contributions({ scheme }: LetterBase): DocumentSection {
  const relief =
    scheme.taxTreatment === "reliefAtSource"
      ? "Your share includes tax relief: of each £5 the scheme gets for you, £4 comes from your pay and £1 from the government."
      : "Your share is taken from your pay before tax, so you pay less tax now.";
  return {
    heading: "What goes in",
    blocks: [
      {
        kind: "list",
        items: [
          `Of the pay that counts, your share is ${formatRate(scheme.employeeRate)} and mine is ${formatRate(scheme.employerRate)}. If this changes, I will tell you.`,
          relief,
        ],
      },
    ],
  };
}

const howToAsk = (verb: "opt in" | "join"): DocumentSection => ({
  heading: "How to ask",
  blocks: [
    {
      kind: "paragraph",
      text: `Write to me that you want to ${verb}, with your name, the date and your signature. In an email, add the sentence "I personally submitted this notice to join a workplace pension".`,
    },
  ],
});

const later = (input: LetterBase): DocumentSection =>
  paragraphs("If things change", [
    `If you turn 22, or earn more than ${formatPence(input.earningsTrigger)} in ${aPeriod(input)}, I will put you into a pension then and write to you. It is your choice whether to join before; I will treat you the same either way.`,
  ]);

function moreHelp({ scheme, employerContact }: LetterBase): DocumentSection {
  const known = [
    ["The scheme", scheme.name],
    ["Address", scheme.address],
    ["Telephone", scheme.phone],
    ["Website", scheme.website],
    ["My reference with the scheme", scheme.reference],
    ["Ask me", employerContact],
  ] as const;
  return {
    heading: "Where to find out more",
    blocks: [
      { kind: "facts", items: known.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value })) },
      {
        kind: "paragraph",
        text: "Free and impartial help with pensions and saving: MoneyHelper, www.moneyhelper.org.uk, 0800 011 3797. About your rights: The Pensions Regulator, www.tpr.gov.uk.",
      },
    ],
  };
}
