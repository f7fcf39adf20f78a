import { within } from "@testing-library/react";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

export interface ShownPerson {
  readonly shown: RenderedApp;
  readonly household: GivenHousehold;
  readonly goTo: (path: string) => void;
}

/** Shows a path that needs the ids of the household, after something was put into the file. */
export async function showPerson(
  pathOf: (household: GivenHousehold) => string,
  { today = "2026-06-10", given }: { readonly today?: string; readonly given?: (app: TestApp, household: GivenHousehold) => Promise<unknown> } = {},
): Promise<ShownPerson> {
  let household: GivenHousehold | undefined;
  const shown = await renderApp({
    today,
    path: "/people",
    given: async (app) => {
      household = await givenHousehold(app);
      await given?.(app, household);
    },
  });
  if (!household) throw new Error("no household");
  const goTo = (path: string) => {
    window.location.hash = `#${path}`;
  };
  goTo(pathOf(household));
  return { shown, household, goTo };
}

/** Types a day such as "1 july 2026" into the boxes of a date field. */
export async function typeDay({ user, screen }: RenderedApp, name: string | RegExp, words: string): Promise<void> {
  await user.type(within(screen.getByRole("group", { name })).getByLabelText("Day"), words);
  await user.tab();
}
