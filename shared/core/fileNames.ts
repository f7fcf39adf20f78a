/** Names Windows keeps for devices, with or without an ending. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The ending of a file name with its dot, or nothing when there is none of up to five characters. */
export function endingOf(name: string): string {
  return /[^.](\.[^.\s]{1,5})$/.exec(name)?.[1] ?? "";
}

/**
 * A name that every computer accepts and that stays in its folder: no folder signs, no control, direction or reserved characters, no name of a
 * device, at most 80 characters. It keeps its ending.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .replace(/[<>:"/\\|?*]/g, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "")
    .replace(deviceName, "$&-");
  const ending = endingOf(clean);
  const stem = clean.slice(0, clean.length - ending.length);
  // Cut between characters, never inside one that takes two places.
  let short = "";
  for (const character of stem) {
    if (short.length + character.length > 80 - ending.length) break;
    short += character;
  }
  return `${short.trimEnd()}${ending}` || "file";
}

/** The name, with the first of `endings` behind it when it has none of them, so that a paper never opens as a program. */
export function withEnding(name: string, endings: readonly string[]): string {
  const own = endingOf(name.trim()).toLowerCase();
  return endings.includes(own) ? name.trim() : `${name.trim()}${endings[0] ?? ""}`;
}
