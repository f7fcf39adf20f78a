import { expect, it } from "vitest";
import { askApp, launchApp } from "../support/e2e.ts";
import { makeFileByKeyboard } from "../support/gateByKeyboard.ts";

it("opens to the first screen", async () => {
  const { page } = await launchApp();
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await askApp(page, "vault.status", {})).toEqual({ ok: true, value: { state: "noFile", vaultId: null, isSample: false } });
});

it("serves every file with the strict policy and a fresh nonce each time", async () => {
  const { page } = await launchApp();
  await page.getByRole("heading", { level: 1 }).waitFor();
  const headers = async () =>
    page.evaluate(async () => {
      const answer = await fetch("./index.html");
      return {
        policy: answer.headers.get("content-security-policy") ?? "",
        sniff: answer.headers.get("x-content-type-options"),
        text: await answer.text(),
      };
    });
  const first = await headers();
  const second = await headers();
  const nonce = /'nonce-([^']+)'/.exec(first.policy)?.[1] ?? "";
  expect(first.policy.replace(nonce, "NONCE")).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  );
  expect(first.sniff).toBe("nosniff");
  expect(nonce.length).toBeGreaterThan(20);
  expect(first.text).toContain(nonce);
  expect(first.text).not.toContain("__CSP_NONCE__");
  expect(second.policy).not.toContain(nonce);
});

it("steps through a calendar under the strict policy without a complaint", async () => {
  const { page } = await launchApp();
  await makeFileByKeyboard(page);
  await page.evaluate(() => {
    location.hash = "#/key-dates";
  });
  await page
    .getByRole("button", { name: /^Calendar/ })
    .first()
    .click();
  const month = page.getByRole("dialog").getByRole("grid");
  const first = await month.getAttribute("aria-label");
  for (const name of ["Later", "Later", "Earlier", "Earlier"]) await page.getByRole("dialog").getByRole("button", { name }).first().click();
  expect(await month.getAttribute("aria-label")).toBe(first);
  for (let day = 0; day < 3; day += 1) await page.keyboard.press("ArrowRight");
});
