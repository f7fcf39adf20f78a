import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findUnbalancedJournals, sumPostings } from "../../../electron/db/repositories/ledgerRepository.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenPay, givenPay, slipOf } from "./givenPay.ts";

let given: GivenPay;
beforeEach(async () => {
  given = await givenPay();
});
afterEach(() => given.app.close());

const order = (engagementId: string) => ({
  engagementId,
  issuer: "Exampleshire County Court",
  reference: "CCJ 41",
  receivedOn: plainDate("2026-04-20"),
  fromOn: plainDate("2026-05-08"),
});

describe("an order to deduct from pay", () => {
  // 160 hours at £13.60 are £2,176.00. Tax, week 8: 2,176.00 − 1,935.36 = 240.64, £240 × 20% = £48.00.
  // National Insurance: (2,176 − 967) × 8% = £96.72. Net earnings £2,031.28.
  it("takes a direct earnings attachment by its table and owes it to the issuer by the 19th", async () => {
    const { app, priya } = given;
    await app.value("employment.addDeductionOrder", { ...order(priya), kind: "directEarnings", rate: "standard", issuer: "DWP", reference: "DEA 7" });
    await given.works(priya, "2026-04-06", 4);
    const finished = await given.run(1);
    const slip = slipOf(finished, priya);
    // 2,031.28 over four weeks is 507.82 a week: 15% of 2,031.28 = 304.692.
    expect(slip?.otherDeductions.map(({ label, amount }) => [label, amount])).toEqual([["Direct earnings attachment DEA 7", 304_69]]);
    expect(slip?.netPay.amount).toBe(2_031_28 - 304_69);
    expect(finished.dues).toMatchObject({ orders: 304_69, ordersOn: "2026-06-19" });
    expect(sumPostings(app.db, { account: "ordersDue" })).toBe(-304_69);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
    const due = await app.value("pay.paymentsDue", {});
    expect(due.find(({ kind }) => kind === "order")).toMatchObject({ payTo: "DWP", reference: "DEA 7", left: 304_69, dueOn: "2026-06-19" });
  });

  it("is handed on by a bank line matched to it, in part too", async () => {
    const { app, priya } = given;
    const { id } = await app.value("employment.addDeductionOrder", { ...order(priya), kind: "directEarnings", rate: "standard", issuer: "DWP" });
    await given.works(priya, "2026-04-06", 4);
    await given.run(1);
    const account = await app.value("bank.saveAccount", {
      name: "Direct payment account",
      openedOn: plainDate("2026-04-01"),
      openingBalancePence: pence(1_000_00),
    });
    const line = {
      onDate: plainDate("2026-05-20"),
      amountPence: pence(-204_69),
      description: "DWP DEBT",
      bankIdentifier: null,
      balancePence: null,
      line: 1,
    };
    const choices = await app.value("bank.matchChoices", {});
    expect(choices.orders).toEqual([{ deductionOrderId: id, words: "DWP, CCJ 41, from Priya Nair: £304.69", amountPence: 304_69 }]);
    await app.value("bank.importStatement", {
      bankAccountId: account.id,
      fileName: "may.csv",
      base64: Buffer.from("a").toString("base64"),
      lines: [line],
      openingPence: pence(1_000_00),
      closingPence: pence(795_31),
    });
    const { lines } = await app.value("bank.listLines", { show: "all" });
    // Another sum than what is owed: likely, because DWP is named, and not sure.
    expect((await app.value("bank.suggestMatches", { lineId: lines[0]?.id ?? "" }))[0]).toMatchObject({
      kind: "order",
      strength: "likely",
      title: "DWP, from Priya Nair, due by 19 June 2026",
      deductionOrderId: id,
    });
    const part = { kind: "order" as const, amountPence: pence(-204_69) };
    const vague = await app.run("bank.matchLine", { lineId: lines[0]?.id ?? "", parts: [part] });
    expect(vague).toMatchObject({ ok: false, error: { fields: { "parts.0.deductionOrderId": "Choose the order this pays" } } });
    await app.value("bank.matchLine", { lineId: lines[0]?.id ?? "", parts: [{ ...part, deductionOrderId: id }] });
    const left = (await app.value("pay.paymentsDue", {})).find(({ kind }) => kind === "order");
    expect(left).toMatchObject({ amount: 304_69, left: 100_00 });
  });

  it("never takes a court order below the protected earnings, and carries a priority order's shortfall on from the sealed payslip", async () => {
    const { app, priya } = given;
    const sums = { normalDeductionPence: pence(150_00), protectedEarningsPence: pence(2_000_00) };
    await app.value("employment.addDeductionOrder", { ...order(priya), kind: "attachmentOfEarnings", isPriority: true, ...sums });
    await given.works(priya, "2026-04-06", 4);
    const first = slipOf(await given.run(1), priya);
    // 2,031.28 − 2,000.00 leaves 31.28 of the 150.00; 118.72 is carried on.
    expect(first?.orderDeductions).toMatchObject([{ deduction: { amount: 31_28 }, unpaidDeductions: 118_72 }]);
    const { orders } = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(orders).toMatchObject([{ takenSoFar: 31_28, lastTaken: 31_28, carriedOn: 118_72 }]);
    const draft = await given.start(2);
    const preview = await app.value("pay.previewRun", { payRunId: draft });
    const again = preview.people.find(({ engagementId }) => engagementId === priya)?.payslip;
    expect(again?.orderDeductions).toMatchObject([{ deduction: { amount: 0 }, unpaidDeductions: 268_72 }]);
  });

  it("lets a varied order take the older one's place with what it carried", async () => {
    const { app, priya } = given;
    const sums = { normalDeductionPence: pence(150_00), protectedEarningsPence: pence(2_000_00) };
    const older = await app.value("employment.addDeductionOrder", { ...order(priya), kind: "attachmentOfEarnings", isPriority: true, ...sums });
    await given.works(priya, "2026-04-06", 4);
    await given.run(1);
    await app.value("employment.addDeductionOrder", {
      ...order(priya),
      kind: "attachmentOfEarnings",
      isPriority: true,
      normalDeductionPence: pence(40_00),
      protectedEarningsPence: pence(1_000_00),
      fromOn: plainDate("2026-06-05"),
      continuesOrderId: older.id,
    });
    await given.works(priya, "2026-05-04", 4);
    const second = slipOf(await given.run(2), priya);
    // 40.00 and the 118.72 that the older order could not take.
    expect(second?.orderDeductions.map(({ deduction }) => deduction.amount)).toEqual([158_72]);
  });

  it("is stopped after its last payday, never before one that took it", async () => {
    const { app, priya } = given;
    const { id } = await app.value("employment.addDeductionOrder", { ...order(priya), kind: "councilTax" });
    await given.works(priya, "2026-04-06", 4);
    await given.run(1);
    const early = await app.run("employment.stopDeductionOrder", { orderId: id, toOn: plainDate("2026-05-08") });
    expect(early).toMatchObject({ ok: true });
    const preview = await app.value("pay.previewRun", { period: given.period(2) });
    expect(preview.people.find(({ engagementId }) => engagementId === priya)?.payslip?.orderDeductions).toEqual([]);
    const before = await app.run("employment.stopDeductionOrder", { orderId: id, toOn: plainDate("2026-05-07") });
    expect(before).toMatchObject({ ok: false, error: { code: "invalidInput", fields: { toOn: "Choose 8 May 2026, its first payday, or later" } } });
  });

  it("asks for the sequence of several orders and keeps the one confirmed", async () => {
    const { app, priya } = given;
    const first = await app.value("employment.addDeductionOrder", { ...order(priya), kind: "directEarnings", rate: "standard" });
    const second = await app.value("employment.addDeductionOrder", { ...order(priya), kind: "councilTax", reference: "CT 9" });
    expect(second.warnings).toEqual(["Priya has 2 orders now. Confirm the sequence in which they are taken."]);
    app.setToday("2026-05-08");
    const asked = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(asked.isOrderSequenceConfirmed).toBe(false);
    expect(asked.orders.map(({ kind }) => kind)).toEqual(["councilTax", "directEarnings"]);
    await app.value("employment.confirmOrderSequence", { engagementId: priya, orderIds: [first.id, second.id] });
    const confirmed = await app.value("employment.getPayArrangements", { engagementId: priya });
    expect(confirmed.isOrderSequenceConfirmed).toBe(true);
    expect(confirmed.orders.map(({ kind }) => kind)).toEqual(["directEarnings", "councilTax"]);
    const unknown = await app.run("employment.confirmOrderSequence", { engagementId: priya, orderIds: [first.id, first.id] });
    expect(unknown).toMatchObject({ ok: false, error: { fields: { orderIds: "Name each order of this person once" } } });
  });

  it.each([
    [{ kind: "childMaintenance" }, "normalDeductionPence", "Enter the sum the order names for one pay period"],
    [
      { kind: "attachmentOfEarnings", normalDeductionPence: 1_00 },
      "protectedEarningsPence",
      "Enter the protected earnings the order names; 0 when it names none",
    ],
    [{ kind: "directEarnings" }, "rate", "Choose the rate that the notice names"],
    [{ kind: "councilTax", fromOn: "2026-04-19" }, "fromOn", "The first payday comes on or after the day the order was received"],
  ])("asks for what the kind of order needs: %j", async (change, field, words) => {
    const refused = await given.app.raw("employment.addDeductionOrder", { ...order(given.priya), ...change });
    expect(refused).toMatchObject({ ok: false, error: { code: "invalidInput", fields: { [field]: words } } });
  });
});

describe("a loan to an assistant", () => {
  const loan = { kind: "loan" as const, label: "Bicycle", sumPence: pence(250_00), instalmentPence: pence(100_00) };
  const dates = { agreedOn: plainDate("2026-04-20"), paidOn: plainDate("2026-04-24"), fromOn: plainDate("2026-05-08") };

  it("is handed over like wages, taken back by instalments, and what is left is rebuilt from payslips", async () => {
    const { app, priya } = given;
    const { id, warnings } = await app.value("employment.addLoan", { engagementId: priya, ...loan, ...dates });
    expect(warnings).toEqual(["Keep the agreement in writing: without it nothing may be taken from Priya's wages."]);
    expect((await app.value("pay.paymentsDue", {}))[0]).toMatchObject({ kind: "wages", payTo: "Priya Nair", left: 250_00, dueOn: "2026-04-24" });
    const left = async () => (await app.value("employment.getPayArrangements", { engagementId: priya })).loans.map((each) => each.left);
    expect(await left()).toEqual([250_00]);
    await given.works(priya, "2026-04-06", 4);
    const first = slipOf(await given.run(1), priya);
    expect(first?.otherDeductions).toMatchObject([{ kind: "loan", label: "Bicycle of 20 April 2026", amount: 100_00, recordId: id }]);
    expect(first?.netPay.amount).toBe(2_031_28 - 100_00);
    expect(await left()).toEqual([150_00]);
    await given.works(priya, "2026-05-04", 4);
    await given.run(2);
    await given.works(priya, "2026-06-01", 4);
    const third = slipOf(await given.run(3), priya);
    expect(third?.otherDeductions.map(({ amount }) => amount)).toEqual([50_00]);
    expect(await left()).toEqual([0]);
    expect(sumPostings(app.db, { account: "loansToAssistants" })).toBe(0);
    expect(findUnbalancedJournals(app.db)).toEqual([]);
  });

  it("changes its instalment from a payday on, never to more than is left", async () => {
    const { app, priya } = given;
    const { id } = await app.value("employment.addLoan", { engagementId: priya, ...loan, ...dates });
    await given.works(priya, "2026-04-06", 4);
    await given.run(1);
    const change = { loanId: id, fromOn: plainDate("2026-06-05") };
    const tooMuch = await app.run("employment.changeLoanInstalment", { ...change, instalmentPence: pence(150_01) });
    expect(tooMuch).toMatchObject({ ok: false, error: { fields: { instalmentPence: "Only £150.00 is left to pay back" } } });
    await app.value("employment.changeLoanInstalment", { ...change, instalmentPence: pence(20_00) });
    await given.works(priya, "2026-05-04", 1);
    expect(slipOf(await given.run(2), priya)?.otherDeductions.map(({ amount }) => amount)).toEqual([20_00]);
  });

  it.each([
    [{ instalmentPence: 250_01 }, "instalmentPence", "An instalment cannot be more than the whole sum"],
    [{ fromOn: "2026-04-19" }, "fromOn", "The first instalment comes after the day it was agreed"],
    [{ paidOn: "2026-04-19" }, "paidOn", "The money is paid on or after the day it was agreed"],
    [{ sumPence: 0 }, "sumPence", "Enter an amount above zero"],
  ])("refuses %j", async (change, field, words) => {
    const refused = await given.app.raw("employment.addLoan", { engagementId: given.priya, ...loan, ...dates, ...change });
    expect(refused).toMatchObject({ ok: false, error: { code: "invalidInput", fields: { [field]: words } } });
  });
});
