const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2];

/**
 * True when the first digit of a ten-digit tax reference (Self Assessment or Corporation Tax) fits the other nine: they are multiplied by 6 7 8 9 10 5 4 3 2
 * and added up, the rest of dividing by 11 is taken from 11, and 9 comes off what is above 9. Source: HMRC rule 7882.
 */
export function isUniqueTaxReference(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index + 1]), 0);
  const rest = 11 - (sum % 11);
  return Number(text[0]) === (rest > 9 ? rest - 9 : rest);
}
