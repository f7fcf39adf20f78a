import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { GivenHousehold } from "../../support/givenHousehold.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";
import { showPerson, typeDay } from "./givenPerson.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

const twoOrders = async (app: TestApp, { assistants }: GivenHousehold) => {
  const order = { engagementId: assistants.priya, receivedOn: plainDate("2026-05-01"), fromOn: plainDate("2026-06-05") };
  await app.value("employment.addDeductionOrder", { ...order, kind: "directEarnings", rate: "standard", issuer: "DWP", reference: "DEA 7" });
  await app.value("employment.addDeductionOrder", { ...order, kind: "councilTax", issuer: "Exampleshire Council", reference: "CT 9" });
};

describe("orders to deduct from pay", () => {
  it("are added with the facts their notice names, and stand on the Pay part", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}/change/order`);
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByLabelText("Attachment of earnings order"));
    await user.click(screen.getByRole("button", { name: "Save the order" }));
    const summary = within(await screen.findByRole("alert", { name: "There is a problem" }));
    expect(summary.getByRole("link", { name: "Enter who sent the order" })).toBeInTheDocument();
    expect(summary.getByRole("link", { name: "Enter the first payday it is taken on" })).toBeInTheDocument();
    await expectNoAxeViolations();

    await user.type(screen.getByLabelText("Who sent it?"), "Exampleshire County Court");
    await user.type(screen.getByLabelText("Reference on the order"), "CCJ 41");
    await typeDay(shown, "Day it came", "1 june 2026");
    await typeDay(shown, "First payday it is taken on", "3 july 2026");
    await user.click(screen.getByRole("button", { name: "Save the order" }));
    expect(await screen.findByRole("link", { name: "Say whether it is for maintenance or a fine" })).toBeInTheDocument();
    await user.click(screen.getByLabelText("No, a county court judgment"));
    await user.click(screen.getByRole("button", { name: "Save the order" }));
    expect(await screen.findByRole("link", { name: "Enter the sum the order names for one pay period" })).toBeInTheDocument();
    await user.type(screen.getByLabelText("Normal deduction"), "150");
    await user.type(screen.getByLabelText("Protected earnings"), "£900");
    await user.click(screen.getByRole("button", { name: "Save the order" }));

    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    await user.click(screen.getByRole("tab", { name: "Pay" }));
    const table = await screen.findByRole("table", { name: "Orders, in the sequence they are taken" });
    expect(table).toHaveTextContent("Attachment of earnings order, Exampleshire County Court, CCJ 41");
    await expectNoAxeViolations();
    const { orders } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(orders).toMatchObject([{ normalDeductionPence: 150_00, protectedEarningsPence: 900_00, isPriority: false, rate: null, tableOf: null }]);
  }, 90_000);

  it("ask for their sequence, which is changed by buttons and said aloud", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, { given: twoOrders });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Pay" }));
    await user.click(await screen.findByRole("link", { name: "Confirm the sequence" }));
    await user.click(await screen.findByRole("button", { name: "Earlier DEA 7" }));
    expect(screen.getByText("DEA 7 is now number 1 of 2.")).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save this sequence" }));
    expect(await screen.findByRole("tab", { name: "Pay", selected: true })).toBeInTheDocument();
    const { orders, isOrderSequenceConfirmed } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(isOrderSequenceConfirmed).toBe(true);
    expect(orders.map(({ reference }) => reference)).toEqual(["DEA 7", "CT 9"]);
  }, 90_000);

  it("are stopped after a payday, and a changed order takes the older one's place", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, { given: twoOrders });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Pay" }));
    await user.click(await screen.findByRole("link", { name: "Stop order CT 9" }));
    await screen.findByRole("heading", { level: 1, name: "Stop an order" });
    await typeDay(shown, "Last payday it is taken on", "3 july 2026");
    await user.click(screen.getByRole("button", { name: "Save the last payday" }));
    await user.click(await screen.findByRole("link", { name: "A changed order came of DEA 7" }));
    expect(await screen.findByText(/This order takes the place of DEA 7 from DWP/)).toBeInTheDocument();
    await user.click(screen.getByLabelText("A fixed sum"));
    await user.type(screen.getByLabelText("Normal deduction"), "60");
    await typeDay(shown, "Day it came", "9 june 2026");
    await typeDay(shown, "First payday it is taken on", "3 july 2026");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save the order" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    const { orders } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(orders.find(({ reference }) => reference === "CT 9")?.toOn).toBe("2026-07-03");
    expect(orders.find(({ rate }) => rate === "standard")?.toOn).toBe("2026-07-02");
    expect(orders.find(({ rate }) => rate === "fixed")).toMatchObject({ normalDeductionPence: 60_00, toOn: null });
  }, 90_000);
});

describe("a loan to an assistant", () => {
  it("is kept as a draft until it is saved, and tells what is left and why", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}/change/lending`);
    shown = given.shown;
    const { user, screen } = shown;
    await user.click(await screen.findByLabelText("A loan"));
    await user.type(screen.getByLabelText("What is it for?"), "Bicycle");
    await user.click(screen.getByRole("link", { name: "Leave it as it is" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    given.goTo(`/people/${given.household.assistants.priya}/change/lending`);
    expect(await screen.findByText("What you typed before is still here.")).toBeInTheDocument();
    expect(screen.getByLabelText("What is it for?")).toHaveValue("Bicycle");
    await expectNoAxeViolations();

    await user.type(screen.getByLabelText("Sum Priya gets"), "250");
    await typeDay(shown, "Agreed in writing on", "8 june 2026");
    await typeDay(shown, "Handed over on", "9 june 2026");
    await user.type(screen.getByLabelText("Taken back each payday"), "100");
    await typeDay(shown, "First payday it is taken back on", "3 july 2026");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    await user.click(screen.getByRole("tab", { name: "Pay" }));
    await user.click(await screen.findByRole("button", { name: /£250.00 why is what is left of bicycle/ }));
    const why = await screen.findByRole("dialog", { name: "Why is what is left of bicycle £250.00?" });
    expect(why).toHaveTextContent("Bicycle: £250.00 handed over on 9 June 2026.");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: /Close/ }));
    given.goTo(`/people/${given.household.assistants.priya}/change/lending`);
    expect(await screen.findByLabelText("What is it for?")).toHaveValue("");
  }, 90_000);

  it("has its instalment changed from a payday on", async () => {
    const given = await showPerson(({ assistants }) => `/people/${assistants.priya}`, {
      given: (app, { assistants }) =>
        app.value("employment.addLoan", {
          engagementId: assistants.priya,
          kind: "loan",
          label: "Bicycle",
          sumPence: pence(250_00),
          instalmentPence: pence(100_00),
          agreedOn: plainDate("2026-05-20"),
          paidOn: plainDate("2026-05-24"),
          fromOn: plainDate("2026-07-03"),
        }),
    });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("tab", { name: "Pay" }));
    await user.click(await screen.findByRole("link", { name: "Change the instalment of Bicycle" }));
    expect(await screen.findByText("Bicycle: £250.00 of £250.00 is left. £100.00 is taken each payday now.")).toBeInTheDocument();
    await user.type(screen.getByLabelText("Taken back each payday from then on"), "300");
    await typeDay(shown, "First payday with the new instalment", "3 july 2026");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "Only £250.00 is left to pay back" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.clear(screen.getByLabelText("Taken back each payday from then on"));
    await user.type(screen.getByLabelText("Taken back each payday from then on"), "50");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Priya Nair" });
    const { loans } = await app.value("employment.getPayArrangements", { engagementId: given.household.assistants.priya });
    expect(loans).toMatchObject([{ instalmentPence: 50_00 }]);
  }, 90_000);
});
