import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../../renderer/app/App.tsx";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { startTestSession, type TestSession } from "../../support/startTestSession.ts";
import { installTestBridge } from "../../support/testBridge.ts";

const passphrase = "amber violin teacup otter march";

describe("before the file is open", () => {
  let vault: TestSession;
  beforeEach(() => {
    vault = startTestSession("2026-11-21");
    installTestBridge(vault.answer, "2026-11-21");
  });
  afterEach(() => vault.close());

  /** Makes a file through the screens, and answers its twelve words. */
  async function makeFile(user: ReturnType<typeof userEvent.setup>): Promise<string[]> {
    await user.click(await screen.findByRole("button", { name: "Set up my budget" }));
    await user.type(await screen.findByLabelText("Passphrase"), passphrase);
    await user.click(screen.getByRole("button", { name: "Make my file" }));
    await screen.findByRole("heading", { level: 1, name: "Keep your recovery words" }, { timeout: 20_000 });
    const list = screen.getByRole("region", { name: "Recovery words for your Plan & Payday file" });
    return [...list.querySelectorAll("li")].map((item) => item.textContent ?? "");
  }

  async function typeBack(user: ReturnType<typeof userEvent.setup>, words: readonly string[]) {
    for (const box of screen.getAllByRole("textbox")) {
      const label = document.querySelector(`label[for="${box.id}"]`)?.textContent ?? "";
      await user.clear(box);
      await user.type(box, words[Number(label.replace("Word ", "")) - 1] ?? "");
    }
    await user.click(screen.getByRole("button", { name: "Open my file" }));
  }

  it("makes a file: passphrase, twelve words, three typed back; then it is open", async () => {
    const user = userEvent.setup();
    render(<App />);
    expect(await screen.findByRole("heading", { level: 1, name: "Plan & Payday" })).toBeVisible();
    await expectNoAxeViolations();

    const words = await makeFile(user);
    expect(words).toHaveLength(12);
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "I have kept them safe" }));

    await typeBack(
      user,
      Array.from({ length: 12 }, () => "wrong"),
    );
    expect(await screen.findByText("3 of the words are not right")).toBeVisible();
    expect(screen.getByRole("alert")).toHaveFocus();
    await expectNoAxeViolations();

    await typeBack(user, words);
    expect(await screen.findByRole("navigation", { name: "Main" })).toBeVisible();
    expect(window.location.hash).toBe("#/setup");
  }, 60_000);

  it("refuses a weak passphrase and suggests five words", async () => {
    const user = userEvent.setup();
    render(<App />);
    await user.click(await screen.findByRole("button", { name: "Set up my budget" }));
    expect(screen.getByText("Nothing typed yet.")).toBeVisible();
    await user.type(screen.getByLabelText("Passphrase"), "short");
    expect(screen.getByText("Too short: 7 more characters needed.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Make my file" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Use at least 12 characters");
    expect(screen.getByLabelText("Passphrase")).toHaveValue("short");

    await user.click(screen.getByRole("button", { name: "Suggest a passphrase of 5 words" }));
    await user.click(await screen.findByRole("button", { name: "Use this passphrase" }));
    expect((screen.getByLabelText("Passphrase") as HTMLInputElement).value.length).toBeGreaterThan(18);
  }, 60_000);

  it("locks, refuses a wrong passphrase, and opens with the right one or with the recovery words", async () => {
    const user = userEvent.setup();
    const first = render(<App />);
    const words = await makeFile(user);
    await user.click(screen.getByRole("button", { name: "I have kept them safe" }));
    await typeBack(user, words);
    await user.click(await screen.findByRole("button", { name: "Lock now" }));
    first.unmount(); // main replaces the window when the file locks

    const second = render(<App />);
    expect(await screen.findByRole("heading", { level: 1, name: "Unlock your file" })).toBeVisible();
    await expectNoAxeViolations();
    await user.type(screen.getByLabelText("Passphrase"), "quite another passphrase{Enter}");
    const problem = await screen.findByRole("alert", {}, { timeout: 20_000 });
    await waitFor(() => expect(problem).toHaveFocus());
    await user.clear(screen.getByLabelText("Passphrase"));
    await user.type(screen.getByLabelText("Passphrase"), `${passphrase}{Enter}`);
    await user.click(await screen.findByRole("button", { name: "Lock now" }, { timeout: 20_000 }));
    second.unmount();

    render(<App />);
    await user.click(await screen.findByRole("button", { name: "I forgot my passphrase" }));
    await user.type(screen.getByLabelText("Your 12 recovery words"), words.join(" "));
    await user.click(screen.getByRole("button", { name: "Open the file" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Choose a new passphrase" }, { timeout: 20_000 })).toHaveFocus();
    await expectNoAxeViolations();
    await user.type(screen.getByLabelText("New passphrase"), "a barge full of green apples{Enter}");
    expect(await screen.findByText(/The new passphrase is set/, {}, { timeout: 20_000 })).toBeVisible();
    expect(screen.getByRole("navigation", { name: "Main" })).toBeVisible();
  }, 60_000);

  it("opens the sample household in a file of its own", async () => {
    const user = userEvent.setup();
    render(<App />);
    await user.click(await screen.findByRole("button", { name: "Open the sample household" }));
    expect(await screen.findByText("Sample household", {}, { timeout: 20_000 })).toBeVisible();
  }, 60_000);

  it("changes colours and text size at once, before any file", async () => {
    const user = userEvent.setup();
    render(<App />);
    await user.click(await screen.findByRole("button", { name: "Change how it looks" }));
    await user.click(await screen.findByLabelText("High contrast"));
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe("contrast"));
    await user.selectOptions(screen.getByLabelText("Text size"), "200%");
    await waitFor(() => expect(document.documentElement.style.getPropertyValue("--text-size")).toBe("2"));
    await expectNoAxeViolations();
  });
});
