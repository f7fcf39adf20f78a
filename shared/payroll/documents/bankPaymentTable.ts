import { type DocumentTable, dateCell, moneyCell, textCell } from "../../core/documentModel.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { BankPayment } from "./bacsStandard18.ts";

/** The wages of a payday as the rows of a general bank CSV: sort code and account number as text, so that leading noughts stay. */
export function bankPaymentTable(payments: readonly BankPayment[], payday: PlainDate): DocumentTable {
  return {
    kind: "table",
    caption: "Wages to pay by bank",
    columns: ["Sort code", "Account number", "Name", "Amount", "Reference", "Date"].map((heading) => ({ heading, align: "start" as const })),
    rows: payments.map((each) => ({
      cells: [
        textCell(each.sortCode.replace(/[\s-]/g, "")),
        textCell(each.accountNumber.replace(/\s/g, "")),
        textCell(each.payeeName),
        moneyCell(each.amount),
        textCell(each.reference),
        dateCell(payday),
      ],
    })),
  };
}
