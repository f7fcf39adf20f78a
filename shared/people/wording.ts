import { fullName, type Household, type HouseholdSoFar } from "./person.ts";

const nobodyYet = { budgetPerson: null, holder: null, atTheKeyboard: null } as const;

/** How screens speak of the budget person: "you" when they use the app themselves, by first name when somebody helps. */
export interface HouseholdWords {
  /** "you" or "Amara". */
  readonly person: string;
  /** "your" or "Amara's". */
  readonly personsOwn: string;
  /** "Your" or "Amara's", at the start of a sentence or heading. */
  readonly personsOwnFirst: string;
  /** "you" or "Grace Okafor": the legal employer. */
  readonly employer: string;
  /** "you are" or "Grace Okafor is". */
  readonly employerIs: string;
}

/** Chooses the words by who is at the keyboard; nobody known yet (also while the household loads) is spoken to as "you". */
export function wordsFor(household: Household | HouseholdSoFar | undefined): HouseholdWords {
  const { budgetPerson, holder, atTheKeyboard } = household ?? nobodyYet;
  const isPerson = !budgetPerson || budgetPerson.id === atTheKeyboard?.id;
  const isHolder = !holder || holder.id === atTheKeyboard?.id;
  return {
    person: isPerson ? "you" : budgetPerson.firstName,
    personsOwn: isPerson ? "your" : `${budgetPerson.firstName}'s`,
    personsOwnFirst: isPerson ? "Your" : `${budgetPerson.firstName}'s`,
    employer: isHolder ? "you" : fullName(holder),
    employerIs: isHolder ? "you are" : `${fullName(holder)} is`,
  };
}
