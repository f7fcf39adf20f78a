import { type Pence, pence } from "../../core/money.ts";
import { orderCosts } from "../../rates/attachmentTables.ts";

/**
 * What the employer may take for the work of one deduction, in pence: up to £1, only when the order took something. It may go below the protected
 * earnings, but not below the minimum wage (`aboveMinimumWage`; 0 when that is not known, so nothing) and not beyond the pay that is left.
 * Source: GOV.UK, Make debt deductions from an employee's pay: deductions for a priority order; payroll rules, section 11.
 */
export function orderCostsAllowed(deduction: Pence, leftToEmployee: Pence, aboveMinimumWage: Pence): Pence {
  if (deduction <= 0) return pence(0);
  return pence(Math.max(0, Math.min(orderCosts.most, leftToEmployee, aboveMinimumWage)));
}
