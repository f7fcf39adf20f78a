import { type HouseholdWords, wordsFor } from "../../shared/people/wording.ts";
import { useQuery } from "./hooks.ts";

/** How this screen speaks of the budget person and the employer: "you", or by name when somebody helps. */
export function useHouseholdWords(): HouseholdWords {
  const household = useQuery("people.getHousehold", {});
  return wordsFor(household.data ?? nobodyYet);
}

const nobodyYet = { budgetPerson: null, holder: null, holderKind: null, holderAuthority: "", atTheKeyboard: null } as const;
