import type { PayRunTotals } from "../../../shared/contract/payAnswers.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Explanation } from "../../components/Explanation.tsx";
import { Hours } from "../../components/Hours.tsx";
import { Money } from "../../components/Money.tsx";
import styles from "./pay.module.css";

/** One row of the pay table. Without a payslip there is nothing to show but the name. */
export interface PayRow {
  readonly key: string;
  readonly name: string;
  readonly taxCode: string;
  readonly nationalInsuranceCategory: string;
  readonly payslip: PayslipResult | null;
}

/** Everybody's pay, each amount a button that tells why. Rows are people. */
export function PayTable({ people, totals }: { readonly people: readonly PayRow[]; readonly totals: PayRunTotals }) {
  const hasOthers = people.some(({ payslip }) => payslip && payslip.otherDeductions.length > 0);
  const hasLoans = people.some(({ payslip }) => payslip && payslip.studentLoan.amount + payslip.postgraduateLoan.amount > 0);
  return (
    <DataTable
      caption="Pay of each person"
      isCaptionHidden
      columns={columns.filter(({ id }) => (id !== "loans" || hasLoans) && (id !== "others" || hasOthers))}
      rows={people}
      rowKey={(row) => row.key}
      rowTone={(row) => (row.payslip ? "plain" : "bad")}
      whenEmpty="Nobody is to be paid in this period."
      totals={{
        words: "Total",
        values: {
          hours: <Hours minutes={totals.minutesWorked} />,
          gross: <Money amount={totals.grossPay} isStrong />,
          tax: <Money amount={totals.incomeTax} isStrong />,
          insurance: <Money amount={totals.employeeNationalInsurance} isStrong />,
          loans: <Money amount={totals.studentLoans} isStrong />,
          pension: <Money amount={totals.employeePension} isStrong />,
          others: <Money amount={totals.otherDeductions} isStrong />,
          net: <Money amount={totals.netPay} isStrong />,
        },
      }}
    />
  );
}

const columns: readonly Column<PayRow>[] = [
  { id: "person", title: "Person", isRowHeader: true, cell: (row) => <Person row={row} /> },
  { id: "hours", title: "Hours", isNumber: true, cell: ({ payslip }) => payslip && <Hours minutes={payslip.minutesWorked} /> },
  why("gross", "Gross pay", "gross pay", (payslip) => payslip.grossPay),
  why("tax", "Tax", "tax", (payslip) => payslip.incomeTax),
  why("insurance", "National Insurance", "National Insurance", (payslip) => payslip.employeeNationalInsurance),
  why("loans", "Student loan", "student loan", (payslip) => (payslip.studentLoan.amount > 0 ? payslip.studentLoan : payslip.postgraduateLoan)),
  why("pension", "Pension", "pension", (payslip) => payslip.employeePension),
  { id: "others", title: "Other deductions", isNumber: true, cell: ({ payslip, name }) => payslip && <Others payslip={payslip} name={name} /> },
  why("net", "Take home", "take-home pay", (payslip) => payslip.netPay),
];

function why(id: string, title: string, words: string, of: (payslip: PayslipResult) => PayslipResult["netPay"]): Column<PayRow> {
  return {
    id,
    title,
    isNumber: true,
    cell: ({ payslip, name }) => (payslip ? <Explanation of={of(payslip)} name={`${firstName(name)}'s ${words}`} look="amount" /> : "–"),
  };
}

/** Orders, loans and other sums taken off, one under the other. */
function Others({ payslip, name }: { readonly payslip: PayslipResult; readonly name: string }) {
  const others = payslip.otherDeductions.map((deduction, index) => ({ ...deduction, key: `${index} ${deduction.label}` }));
  if (others.length === 0) return "–";
  return others.map(({ key, label, explanation }) => (
    <div key={key}>
      <Explanation of={explanation} name={`${firstName(name)}'s ${label}`} look="amount" />
    </div>
  ));
}

function Person({ row }: { readonly row: PayRow }) {
  return (
    <>
      {row.name}
      <span className={styles.quiet}>
        {row.taxCode}, letter {row.nationalInsuranceCategory}
      </span>
    </>
  );
}

const firstName = (name: string) => name.split(" ")[0] ?? name;
