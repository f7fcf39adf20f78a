import type { PayslipPart } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Money } from "../../components/Money.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import styles from "./hmrc.module.css";

/** The payslips that a figure is the sum of, each with its part and a link. */
export function PayslipLinks({ parts }: { readonly parts: readonly PayslipPart[] }) {
  if (parts.length === 0) return null;
  return (
    <ul className={styles.parts} aria-label="Payslips behind it">
      {parts.map(({ payslipId, payday, name, amount }) => (
        <li key={payslipId}>
          <TextLink to={pathTo(routes.payslip, { payslipId })}>
            {name}, paid {formatDate(payday)}
          </TextLink>
          <Money amount={amount} />
        </li>
      ))}
    </ul>
  );
}

/** Links to payslips whose part in a figure stands in its steps. */
export function PayslipPartLinks({ payslipIds }: { readonly payslipIds: readonly string[] }) {
  return (
    <ul className={styles.parts} aria-label="Payslips behind it">
      {payslipIds.map((payslipId, index) => (
        <li key={payslipId}>
          <TextLink to={pathTo(routes.payslip, { payslipId })}>{payslipIds.length === 1 ? "See the payslip" : `See payslip ${index + 1}`}</TextLink>
        </li>
      ))}
    </ul>
  );
}
