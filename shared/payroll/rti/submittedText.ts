const spelled: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
};

/** Text in letters HMRC's messages take: accents go (Zoë becomes Zoe), curly quotes and long dashes become plain ones, white space is one space. */
export function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/g, (letter) => spelled[letter] ?? letter)
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** A forename or surname as HMRC takes it: letters, spaces, hyphens and apostrophes. Full stops go, other signs stay to be refused. */
export function submittedName(text: string): string {
  return plainLetters(text.replaceAll(".", " "));
}

const widest = 35;
const most = 4;

/**
 * An address as up to four lines of 35 characters. It is parted at line ends and commas, long parts at a space, and short neighbours are put together
 * while there are more than four. Still more than four lines, or a word over 35 characters, are left for the check to refuse.
 * Source: HMRC data items 13 to 16.
 */
export function addressLines(address: string, postcode: string): string[] {
  const bare = (text: string) => text.replace(/\s/g, "").toUpperCase();
  const lines = address
    .split(/[\n\r,]+/)
    .map(plainLetters)
    .filter((line) => line !== "" && bare(line) !== bare(postcode))
    .flatMap(wrapped);
  for (;;) {
    const joined = lines.length > most ? shortestPair(lines) : -1;
    if (joined < 0) return lines;
    lines.splice(joined, 2, `${lines[joined]}, ${lines[joined + 1]}`);
  }
}

/** Where the two neighbours begin that are shortest together and still fit on one line; below zero when none fit. */
function shortestPair(lines: readonly string[]): number {
  let best = -1;
  let length = widest + 1;
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const together = (lines[index] ?? "").length + (lines[index + 1] ?? "").length + 2;
    if (together < length) [best, length] = [index, together];
  }
  return best;
}

function wrapped(line: string): string[] {
  if (line.length <= widest) return [line];
  const space = line.lastIndexOf(" ", widest);
  return space <= 0 ? [line] : [line.slice(0, space), ...wrapped(line.slice(space + 1))];
}

/** A postcode as HMRC takes it: capitals, one space before the last three characters. Text that is none stays as it is. */
export function submittedPostcode(text: string): string {
  const compact = text.replace(/\s/g, "").toUpperCase();
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : plainLetters(text).toUpperCase();
}
