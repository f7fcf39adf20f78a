/** The pages of set-up in their order. `id` is the last part of the address; `step` is the step of people.getSetupProgress. */
export const setupSteps = [
  { id: "person", name: "Who the budget is for", step: "whoIsWho" },
  { id: "holder", name: "Who holds the budget", step: "whoIsWho" },
  { id: "you", name: "Who uses the app", step: "whoIsWho" },
  { id: "budget", name: "The budget", step: "budget" },
  { id: "funders", name: "Who pays", step: "funders" },
  { id: "payments", name: "Payments", step: "payments" },
  { id: "outcomes", name: "What the support is for", step: "plan" },
  { id: "plan", name: "Budget lines", step: "plan" },
  { id: "employer", name: "Paydays", step: "employer" },
  { id: "hmrc", name: "HMRC and pension", step: "employer" },
  { id: "insurance", name: "Insurance", step: "employer" },
  { id: "check", name: "Check your answers", step: "employer" },
] as const;

export type SetupPageId = (typeof setupSteps)[number]["id"];

/** What every page of set-up is given. */
export interface SetupPageProps {
  /** Goes on to the next page. */
  readonly onSaved: () => void;
}
