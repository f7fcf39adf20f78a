import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { tabTo, typeByKeyboard } from "./e2e.ts";

/** How often Tab may be pressed to reach a control: a week grid has many. */
const most = 250;

const main = (page: Page) => page.getByRole("main");
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** A label may be followed by words such as "(optional)". */
const startsWith = (text: string) => new RegExp(`^${escaped(text)}`);

/** Works a screen as a person without a mouse: every method finds a control by what it is called, reaches it with Tab and uses keys. */
export interface Keyboard {
  type(label: string, text: string, within?: Locator): Promise<void>;
  /** Types into the day, month and year boxes of a date. `on` is "YYYY-MM-DD". */
  date(label: string, on: string, within?: Locator): Promise<void>;
  /** Chooses in a drop-down by typing the start of the words. */
  choose(label: string, words: string, within?: Locator): Promise<void>;
  /** Chooses one of a group with the arrow keys. */
  pick(group: string, choice: string, within?: Locator): Promise<void>;
  tick(label: string): Promise<void>;
  /** Presses a button or follows a link, by its whole visible name or a pattern. */
  press(name: string | RegExp, within?: Locator): Promise<void>;
  /** Gives a file to a file field through its button. */
  file(button: string, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void>;
  /** The card with this heading. */
  card(title: string): Locator;
  dialog(): Locator;
  /** Waits for a screen by its heading. */
  at(title: string | RegExp): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const press = async (name: string | RegExp, within: Locator = page.locator("body")) => {
    const target = within
      .getByRole("button", { name, exact: true })
      .or(within.getByRole("link", { name, exact: true }))
      .first();
    await tabTo(page, target, most);
    await page.keyboard.press("Enter");
  };
  return {
    press,
    card: (title) => page.getByRole("region", { name: title, exact: true }),
    dialog: () => page.getByRole("dialog").or(page.getByRole("alertdialog")),

    async type(label, text, within = main(page)) {
      await typeInto(page, within.getByRole("textbox", { name: startsWith(label) }).first(), text);
    },

    async date(label, on, within = main(page)) {
      const group = within.getByRole("group", { name: startsWith(label) }).first();
      const [year = "", month = "", day = ""] = on.split("-");
      await typeInto(page, group.getByLabel("Day", { exact: true }), String(Number(day)));
      await typeInto(page, group.getByLabel("Month", { exact: true }), String(Number(month)));
      await typeInto(page, group.getByLabel("Year", { exact: true }), year);
    },

    async choose(label, words, within = main(page)) {
      const field = within.getByLabel(startsWith(label)).first();
      await tabTo(page, field, most);
      await page.keyboard.type(words);
      expect(await field.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? "")).toContain(words);
    },

    async pick(group, choice, within = main(page)) {
      const choices = within
        .getByRole("group", { name: startsWith(group) })
        .or(within.getByRole("radiogroup", { name: startsWith(group) }))
        .first();
      const radios = choices.getByRole("radio");
      const wanted = choices.getByRole("radio", { name: startsWith(choice) }).first();
      await wanted.waitFor();
      const chosen = choices.locator("input[type=radio]:checked");
      await tabTo(page, (await chosen.count()) > 0 ? chosen.first() : radios.first(), most);
      await page.keyboard.press("Space");
      for (let step = 0; step < 20 && !(await wanted.isChecked()); step += 1) await page.keyboard.press("ArrowDown");
      expect(await wanted.isChecked(), `${choice} can be chosen with the arrow keys`).toBe(true);
    },

    async tick(label) {
      const box = main(page).getByRole("checkbox", { name: startsWith(label) });
      await tabTo(page, box, most);
      await page.keyboard.press("Space");
      expect(await box.isChecked()).toBe(true);
    },

    async file(button, file) {
      const asked = page.waitForEvent("filechooser");
      await press(button);
      await (await asked).setFiles(file);
    },

    async at(title) {
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: 20_000 });
    },
  };
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field, most);
  await typeByKeyboard(page, field, text);
}
