import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import type { TestApp } from "../../support/startTestApp.ts";
import { givenAccount, givenImport, lineNamed, payment } from "../bank/givenStatement.ts";

export const quarter = { periodFrom: plainDate("2026-04-01"), periodTo: plainDate("2026-06-30") };

/**
 * A household's first quarter: £500.00 to begin with, one payment of each funder in (£4,000.00 together), an art class of
 * £45.00 with a receipt and a taxi of £18.99 without. It closes with £4,436.01. The app's day must be after June.
 */
export async function givenQuarter(app: TestApp): Promise<GivenHousehold & { readonly bankAccountId: string }> {
  const household = await givenHousehold(app);
  const bankAccountId = await givenAccount(app);
  await givenImport(app, bankAccountId, [
    payment("2026-04-01", 2800, "EXAMPLE ICB", { balancePence: pence(330_000) }),
    payment("2026-04-02", 1200, "EXAMPLE COUNCIL", { balancePence: pence(450_000) }),
    payment("2026-05-05", -45, "ART CLASS", { balancePence: pence(445_500) }),
    payment("2026-06-30", -18.99, "TAXI", { balancePence: pence(443_601) }),
  ]);
  const match = async (words: string, part: Omit<Parameters<typeof app.value<"bank.matchLine">>[1]["parts"][number], "amountPence">) => {
    const line = await lineNamed(app, words);
    await app.value("bank.matchLine", { lineId: line.id, parts: [{ ...part, amountPence: line.amountPence }] });
    return line;
  };
  await match("EXAMPLE ICB", { kind: "directPayment", funderId: household.integratedCareBoardId });
  await match("EXAMPLE COUNCIL", { kind: "directPayment", funderId: household.councilId });
  const artClass = await match("ART CLASS", { kind: "planLine", planLineId: household.planLineIds.activities });
  await match("TAXI", { kind: "planLine", planLineId: household.planLineIds.activities });
  await app.value("bank.attachReceipt", {
    recordId: artClass.id,
    fileName: "art class.pdf",
    base64: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64"),
  });
  return { ...household, bankAccountId };
}
