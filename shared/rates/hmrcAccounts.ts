import { type PlainDate, plainDate } from "../core/plainDate.ts";

/** Where employers pay PAYE to, as HMRC published it. */
export interface HmrcBankAccount {
  readonly from: PlainDate;
  readonly accountName: string;
  readonly sortCode: string;
  readonly accountNumber: string;
  /** Where a cheque is posted to, with whom it is made out to. */
  readonly postalAddress: string;
  readonly chequePayableTo: string;
  readonly source: string;
}

/** HMRC's accounts for employers' PAYE, oldest first. `from` is the day the details were first seen published. */
export const hmrcBankAccounts: readonly HmrcBankAccount[] = [
  {
    from: plainDate("2012-12-05"),
    accountName: "HMRC Cumbernauld",
    sortCode: "08 32 10",
    accountNumber: "12001039",
    postalAddress: "HMRC Direct, BX5 5BD",
    chequePayableTo: "HM Revenue and Customs only",
    source: "GOV.UK, Pay employers' PAYE: bank details, https://www.gov.uk/pay-paye-tax/bank-details",
  },
];

/** The account HMRC published for a day; undefined for a day before the first one known here. */
export function hmrcBankAccountOn(date: PlainDate): HmrcBankAccount | undefined {
  return hmrcBankAccounts.findLast((account) => account.from <= date);
}
