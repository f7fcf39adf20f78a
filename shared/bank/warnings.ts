/** Soft warnings on a bank line: questions a funder will ask. Never a block. Sources: direct-payment rules ACC-6 and USE-2. */
export function lineWarnings(description: string, amountPence: number): string[] {
  if (amountPence >= 0) return [];
  const warnings: string[] = [];
  if (/\b(ATM|CASH|LINK WITHDRAWAL)\b/i.test(description))
    warnings.push("Cash was taken out. Most agreements do not allow cash. Write down what it was for and keep the receipt.");
  if (/\b(BET|BETTING|BINGO|CASINO|LOTTERY|LOTTO|BET365|LADBROKES|WILLIAM HILL|OFF LICENCE|TOBACCO|VAPE|LOAN)\b/i.test(description)) {
    warnings.push("This usually cannot be paid from a direct payment. If it was a mistake, pay it back and say so here.");
  }
  return warnings;
}
