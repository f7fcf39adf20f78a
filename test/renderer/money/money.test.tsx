import { afterEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { givenAccount, givenImport, lineNamed, payment } from "../../electron/bank/givenStatement.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

let rendered: RenderedApp | undefined;
afterEach(() => rendered?.app.close());

const givenLines = async (app: TestApp) => {
  const household = await givenHousehold(app);
  const accountId = await givenAccount(app);
  await givenImport(app, accountId, [payment("2026-04-30", 2800, "NHS EXAMPLESHIRE ICB"), payment("2026-05-09", -40, "SWIMMING POOL")]);
  return household;
};
const show = async (path: string, given: (app: TestApp) => Promise<unknown>) => {
  rendered = await renderApp({ today: "2026-05-12", path, given });
  return rendered;
};
const csv = (text: string, name = "statement.csv") => new File([text], name, { type: "text/csv" });

describe("the money screen", () => {
  it("starts by asking for the bank account", async () => {
    const { screen, user, app } = await show("/money", givenHousehold);
    await screen.findByRole("heading", { name: "Start with the bank account" });
    await user.click(screen.getByRole("button", { name: "Save the account" }));
    await screen.findByRole("heading", { name: /problem/i });
    await expectNoAxeViolations();
    await user.type(screen.getAllByLabelText("Day")[0] as HTMLElement, "1");
    await user.type(screen.getAllByLabelText("Month")[0] as HTMLElement, "4");
    await user.type(screen.getAllByLabelText("Year")[0] as HTMLElement, "2026");
    await user.type(screen.getByLabelText("In the account at the start of that day"), "500");
    await user.click(screen.getByRole("button", { name: "Save the account" }));
    await screen.findByRole("link", { name: "Import a statement" });
    expect(await app.value("bank.getAccounts", {})).toMatchObject([{ openedOn: "2026-04-01", ledgerBalancePence: 50_000 }]);
  });

  it("shows lines that need the person, and accepts a suggestion with one press", async () => {
    const { screen, user, app } = await show("/money", givenLines);
    const accept = await screen.findByRole("button", { name: /Yes, that is right NHS EXAMPLESHIRE ICB/ });
    await expectNoAxeViolations();
    await user.click(accept);
    await screen.findByText("Matched the line.");
    expect((await lineNamed(app, "NHS")).matches).toMatchObject([{ kind: "directPayment", amountPence: 280_000 }]);
  });

  it("undoes an import after asking", async () => {
    const { screen, user, app } = await show("/money", givenLines);
    await user.click(await screen.findByRole("button", { name: /Undo this import/ }));
    await user.click(await screen.findByRole("button", { name: "Undo the import" }));
    await screen.findByText("Undid the import. Its lines are gone.");
    expect((await app.value("bank.listLines", {})).lines).toEqual([]);
  });
});

describe("one bank line", () => {
  it("is explained by hand, then asks for its receipt", async () => {
    let household: Awaited<ReturnType<typeof givenLines>> | undefined;
    let lineId = "";
    const { screen, user, app } = await show("/money", async (given) => {
      household = await givenLines(given);
      lineId = (await lineNamed(given, "SWIMMING")).id;
    });
    await user.click(await screen.findByRole("link", { name: /Choose SWIMMING POOL/ }));
    await user.click(await screen.findByRole("button", { name: "Save what it was" }));
    await screen.findAllByText("Choose what it was");
    await user.click(screen.getByLabelText("Something in the plan"));
    await user.selectOptions(await screen.findByLabelText("Line of the plan"), household?.planLineIds.activities ?? "");
    await user.click(screen.getByRole("button", { name: "Save what it was" }));
    await screen.findByRole("heading", { name: "What it was" });
    await expectNoAxeViolations();
    await user.upload(screen.getByLabelText("Receipt"), new File(["%PDF-1.7"], "pool.pdf", { type: "application/pdf" }));
    await screen.findByText("Chosen: pool.pdf");
    await user.click(screen.getByRole("button", { name: "Keep this receipt" }));
    await screen.findByRole("button", { name: /Save a copy\s+pool.pdf/ });
    expect(await app.value("bank.getLine", { lineId })).toMatchObject({
      state: "matched",
      needsReceipt: false,
      evidence: [{ fileName: "pool.pdf" }],
    });
  });
});

describe("importing a statement", () => {
  const statement = `Date,Description,Paid out,Paid in,Balance
30/04/2026,NHS EXAMPLESHIRE ICB,,2800.00,3300.00
09/05/2026,SWIMMING POOL,40.00,,3260.00
31/02/2026,NO SUCH DAY,1.00,,3259.00
`;
  const givenEmptyAccount = async (app: TestApp) => {
    await givenHousehold(app);
    await givenAccount(app);
  };

  it("reads the file, shows what it is and what could not be read, and saves it", async () => {
    const { screen, user, app, address } = await show("/money/import", givenEmptyAccount);
    await user.upload(await screen.findByLabelText("Statement file"), csv(statement));
    await screen.findByText("Chosen: statement.csv");
    await user.click(screen.getByRole("button", { name: "Read the file" }));
    await screen.findByText(/2 lines: 2 new, 0 already here\. In £2,800\.00, out £40\.00/);
    expect(screen.getByText("Line 4: The date is not a day that exists.")).toBeTruthy();
    expect(screen.getByText(/Direct payment from NHS Exampleshire/)).toBeTruthy();
    expect(screen.getByText("It starts with £500.00, as the account was opened here.")).toBeTruthy();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save 2 new lines" }));
    await screen.findByText(/Saved 2 new lines/);
    expect(address()).toBe("/money");
    expect((await app.value("bank.listLines", {})).lines.map((line) => line.amountPence)).toEqual([-4000, 280_000]);
  });

  it("lets the person choose columns it does not know, with a live preview", async () => {
    const { screen, user } = await show("/money/import", givenEmptyAccount);
    await user.upload(await screen.findByLabelText("Statement file"), csv("When,Who,Sum,Left\n13/04/2026,A shop,-1.50,8.50\n"));
    await screen.findByText("Chosen: statement.csv");
    await user.click(screen.getByRole("button", { name: "Read the file" }));
    await screen.findByRole("heading", { name: "Which column is which?" });
    await user.selectOptions(screen.getByLabelText("Paid to or from"), "Who");
    await user.selectOptions(screen.getByLabelText("Amount"), "Sum");
    await screen.findByRole("rowheader", { name: "A shop" });
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "These columns are right" }));
    await screen.findByText(/1 lines: 1 new/);
  });

  it("says in plain words why a file cannot be read", async () => {
    const { screen, user } = await show("/money/import", givenEmptyAccount);
    await user.upload(await screen.findByLabelText("Statement file"), csv("%PDF-1.7"));
    await screen.findByText("Chosen: statement.csv");
    await user.click(screen.getByRole("button", { name: "Read the file" }));
    await screen.findByText("This is a PDF");
  });

  it("asks about a line that is like one already here", async () => {
    const { screen, user, app } = await show("/money/import", async (given) => {
      await givenLines(given);
    });
    await user.upload(
      await screen.findByLabelText("Statement file"),
      csv("Date,Description,Amount\n30/04/2026,NHS ICB PAYMENT,2800.00\n10/05/2026,SHOP,-5.00\n"),
    );
    await screen.findByText("Chosen: statement.csv");
    await user.click(screen.getByRole("button", { name: "Read the file" }));
    await user.click(await screen.findByLabelText("Save this one too: NHS ICB PAYMENT"));
    await user.click(screen.getByRole("button", { name: "Save 1 new line" }));
    await screen.findByText(/Saved 1 new line\./);
    expect((await app.value("bank.listLines", {})).lines).toHaveLength(3);
  });
});

describe("the budget screen", () => {
  it("shows each line with its figures explained, and leads to the bank line behind an entry", async () => {
    const { screen, user, address } = await show("/budget", async (given) => {
      const household = await givenLines(given);
      const line = await lineNamed(given, "SWIMMING");
      await given.value("bank.matchLine", {
        lineId: line.id,
        parts: [{ kind: "planLine", amountPence: pence(-4000), planLineId: household.planLineIds.activities }],
      });
      await given.value("budget.position", { on: plainDate("2026-05-12") });
    });
    await screen.findByText(/70% from NHS Exampleshire Integrated Care Board/);
    await screen.findByRole("img", { name: /Activities: Spent £40\.00\./ });
    await screen.findByText(/under the limit your funder sets/);
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: "Activities" }));
    await screen.findByRole("heading", { name: "Every entry" });
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: /Bank line/ }));
    await screen.findByRole("heading", { name: "What was this payment?" });
    expect(address()).toMatch(/^\/money\/line\//);
  });
});
