const inEngland = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** A UTC instant as people in England say it: "8 May 2026 at 13:00". */
export function momentInWords(at: string): string {
  return inEngland.format(new Date(at));
}
