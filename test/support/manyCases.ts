/** How many random cases a property of the payroll engine runs. */
export const manyCases = 10_000;
