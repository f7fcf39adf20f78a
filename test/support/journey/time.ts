import type { Page } from "playwright-core";
import type { Keyboard } from "../byKeyboard.ts";

/** Tom's first week by the grid: twelve hours on Monday, and eighteen over the night from Wednesday. Thirty hours. */
const plannedShifts = [
  ["Monday", "8:00", "20:00"],
  ["Wednesday", "20:00", "14:00"],
] as const;

const weeks = ["2026-04-13", "2026-04-20", "2026-04-27", "2026-05-04"];

/** The other weeks from a file: Tom five times six hours a week, Priya two times five. Tom 120 hours in all, Priya 40. */
export function timesheetFile(): Buffer {
  const rows = ["Assistant,Date,Start,End,Break,Kind,Plan line,Note"];
  for (const [index, week] of weeks.entries()) {
    for (const day of index === 0 ? [] : [0, 1, 2, 3, 4]) rows.push(`Tom Ellery,${dayOf(week, day)},08:00,14:30,30,Weekday,Day support,`);
    for (const day of [1, 3]) rows.push(`Priya Nair,${dayOf(week, day)},15:00,20:00,0,Weekday,Day support,`);
  }
  return Buffer.from(`${rows.join("\r\n")}\r\n`);
}

function dayOf(week: string, day: number): string {
  const on = new Date(`${week}T00:00:00Z`);
  on.setUTCDate(on.getUTCDate() + day);
  return on.toISOString().slice(0, 10).split("-").reverse().join("/");
}

/** Step 4: bring in a file, plan a week in the grid, fill the timesheet from it, and confirm every week. */
export async function enterTime(page: Page, keyboard: Keyboard): Promise<void> {
  const { at, press, file } = keyboard;
  await press("Rota and time");
  await at(/^Week of/);
  await press("Bring in timesheets from a file");
  await at("Bring in timesheets from a file");
  await file("Choose a file", { name: "timesheets.csv", mimeType: "text/csv", buffer: timesheetFile() });
  await press("Read the file");
  await press("Bring in all lines");
  await press("Go to the first week");
  await at("Week of 13 April 2026");
  for (const [day, start, end] of plannedShifts) await planShift(keyboard, day, start, end);
  await press("Fill timesheet from plan for Tom Ellery");
  await page.getByText("2 shifts were put on the timesheet from the plan.").first().waitFor();
  for (const [index] of weeks.entries()) {
    if (index > 0) await press(/^Later week/);
    for (const name of ["Tom Ellery", "Priya Nair"]) {
      await press(`Check and confirm for ${name}`);
      await press("Confirm the timesheet", keyboard.dialog());
      await page.getByRole("button", { name: `Reopen for ${name}` }).waitFor();
    }
  }
}

async function planShift({ press, pick, choose, type, dialog }: Keyboard, day: string, start: string, end: string): Promise<void> {
  await press(new RegExp(`^Add a shift for Tom Ellery on ${day}`));
  await pick("Is this time planned or worked?", "Planned", dialog());
  await choose("Kind of time", "Weekday", dialog());
  await type("Starts at", start, dialog());
  await type("Ends at", end, dialog());
  await choose("Line of the plan", "Day support", dialog());
  await press("Add the shift", dialog());
  await dialog().waitFor({ state: "detached" });
}
