/** How many random cases a property of the payroll engine runs. */
export const manyCases = 10_000;

/** How many random cases a property runs whose one case is slow (it works out many payslips or messages), beside the rules tested by figures. */
export const someCases = 1_000;
