import axe from "axe-core";
import type { Page } from "playwright-core";

/** Every rule of WCAG 2.0 to 2.2, A and AA, and the one that protects voice control. */
const allRules = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: { "label-content-name-mismatch": { enabled: true } },
  resultTypes: ["violations"],
};

/** Another colour scheme changes colours and borders only: names, roles and order are the same as in the light look of that width. */
const colourRules = { runOnly: ["color-contrast", "link-in-text-block", "target-size"], rules: {}, resultTypes: ["violations"] };

/** Light, dark and high contrast, wide, and then 400 % zoom (a window 320 px wide). Ordered so that little changes from one to the next. */
const everyLook = [
  { name: "light", colorScheme: "light", contrast: "no-preference", width: 1280 },
  { name: "dark", colorScheme: "dark", contrast: "no-preference", width: 1280 },
  { name: "high contrast", colorScheme: "light", contrast: "more", width: 1280 },
  { name: "light at 400 %", colorScheme: "light", contrast: "no-preference", width: 320 },
] as const;

const height = 900;
/** Makes the page ready: wide, light, and with axe beside the app, so that every look needs one message only. */
export async function prepareLooks(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  await backToStart(page);
}

/**
 * What is wrong on the screen that is shown now, in each look: axe's rules, and at 320 px
 * anything wider than the window. An empty list is what a test expects. The page is wide and light again afterwards.
 */
export async function problemsInEveryLook(page: Page, screen: string): Promise<string[]> {
  const problems: string[] = [];
  for (const look of everyLook) {
    await page.emulateMedia({ colorScheme: look.colorScheme, contrast: look.contrast, reducedMotion: "reduce" });
    await page.setViewportSize({ width: look.width, height });
    const found = await page.evaluate(lookForProblems, look.name.startsWith("light") ? allRules : colourRules);
    problems.push(...found.map((problem) => `${screen}, ${look.name}: ${problem}`));
  }
  await backToStart(page);
  return problems;
}

async function backToStart(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", contrast: "no-preference", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height });
}

/** Runs in the page. Waits two frames, because tables become cards after they are measured. */
async function lookForProblems(options: typeof allRules | typeof colourRules): Promise<string[]> {
  await new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)));
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options as axe.RunOptions);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${target.join(" ")}: ${html.slice(0, 160)}: ${why}`;
    }),
  );
  const { scrollWidth, clientWidth } = document.documentElement;
  if (clientWidth > 400 || scrollWidth <= clientWidth) return told;
  const widest = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  return [...told, `scrolls sideways (${scrollWidth} px): ${widest.slice(0, 4).join(", ")}`];
}
