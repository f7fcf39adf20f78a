import type { StatementLine } from "../../../shared/bank/statement.ts";
import type { MatchPart } from "../../../shared/contract/bankOperations.ts";
import { invalidInput } from "../../../shared/contract/errors.ts";
import { pence } from "../../../shared/core/money.ts";
import type { JournalEvent, NewPosting } from "../../../shared/ledger/journal.ts";

/** The records a part may name, to check them and to fill in what the ledger wants. */
export interface MatchTargets {
  readonly engagements: ReadonlySet<string>;
  readonly funders: ReadonlySet<string>;
  /** The person whose wages each order is taken from. */
  readonly orders: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

interface MatchJournal {
  readonly event: JournalEvent;
  readonly postings: readonly NewPosting[];
}

type Other = Omit<NewPosting, "amountPence">;

/** The journal of one part of a bank line. Rule: model.md, Ledger. @throws AppFailure naming the field that is missing or does not fit. */
export function matchJournal(line: StatementLine, part: MatchPart, index: number, targets: MatchTargets): MatchJournal {
  const fail = (field: string, message: string) => invalidInput({ [`parts.${index}.${field}`]: message });
  const isOut = part.amountPence < 0;
  if (part.amountPence === 0 || isOut !== line.amountPence < 0) throw fail("amountPence", "The amount must go the same way as the bank line");
  const journal = (event: JournalEvent, other: Other): MatchJournal => ({
    event,
    postings: [
      { account: "bank", amountPence: part.amountPence, bankAccountId: line.bankAccountId },
      { ...other, amountPence: pence(-part.amountPence) },
    ],
  });
  const mustBe = (isRight: boolean, words: string) => {
    if (!isRight) throw fail("kind", words);
  };
  const spending = (): Other => {
    const category = targets.categories.get(part.planLineId ?? "");
    if (part.planLineId === undefined || category === undefined) throw fail("planLineId", "Choose the line of the plan");
    return { account: "spending", planLineId: part.planLineId, category };
  };
  switch (part.kind) {
    case "wage":
      mustBe(isOut, "Wages are money out");
      if (part.engagementId === undefined || !targets.engagements.has(part.engagementId)) throw fail("engagementId", "Choose whose wages these are");
      return journal("wagePayment", {
        account: "wagesDue",
        engagementId: part.engagementId,
        ...(part.payRunId !== undefined && { payRunId: part.payRunId }),
      });
    case "hmrc":
      return journal("hmrcPayment", { account: "hmrcDue" });
    case "pension":
      return journal("pensionPayment", { account: "pensionDue" });
    case "order": {
      mustBe(isOut, "What an order took is handed on: money out");
      const engagementId = targets.orders.get(part.deductionOrderId ?? "");
      if (part.deductionOrderId === undefined || engagementId === undefined) throw fail("deductionOrderId", "Choose the order this pays");
      return journal("orderPayment", { account: "ordersDue", engagementId, deductionOrderId: part.deductionOrderId });
    }
    case "directPayment":
      mustBe(!isOut || part.note !== "", "A direct payment is money in. If money went back to the funder, say why in the note");
      if (part.funderId === undefined || !targets.funders.has(part.funderId)) throw fail("funderId", "Choose who paid");
      return journal("directPayment", { account: "receivedFromFunder", funderId: part.funderId });
    case "contribution":
      mustBe(!isOut, "A contribution is money in");
      return journal("contribution", { account: "contribution" });
    case "planLine":
      mustBe(isOut, "Choose “money back” for money that came in");
      return journal("purchase", spending());
    case "refund":
      mustBe(!isOut, "A refund is money in");
      return journal("refund", spending());
    case "ownMoney":
      mustBe(!isOut, "Own money paid in is money in");
      return journal("ownMoneyIn", { account: "owedToPerson" });
    case "ownMoneyReturned":
      mustBe(isOut, "Own money taken back is money out");
      return journal("ownMoneyReturned", { account: "owedToPerson" });
    case "other":
      mustBe(!isOut, "Money out needs a line of the plan, or say it was a mistake");
      if (part.note === "") throw fail("note", "Say where this money came from");
      return journal("otherReceipt", { account: "otherReceipts" });
  }
}
