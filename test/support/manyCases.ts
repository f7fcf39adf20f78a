/** How many random cases a property runs: 10,000, or what PROPERTY_CASES says (mutation testing asks for fewer). */
export const manyCases = Number(process.env.PROPERTY_CASES ?? 10_000);
