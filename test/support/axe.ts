import axe from "axe-core";
import { expect } from "vitest";

/**
 * Expects no accessibility problem that axe can see without layout. Contrast, size and zoom are checked in a real browser.
 * The rule about labels and names is off by default in axe; voice users need it.
 */
export async function expectNoAxeViolations(root: Element = document.body): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { "label-content-name-mismatch": { enabled: true }, "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}
