import type { Keyboard } from "../byKeyboard.ts";

/** Step 2 of the job: who is who, the budget, who pays, the plan and the employer, one page after the other. */
export async function setUpHousehold(keyboard: Keyboard): Promise<void> {
  const { at, choose, date, pick, press, tick, type, card } = keyboard;
  const goOn = () => press("Save and continue");

  await at("Set up your budget");
  await press("Say who is who");

  await at("Who is the budget for?");
  await type("First name", "Morgan");
  await type("Last name", "Ashby");
  await date("Date of birth", "1985-03-09");
  await type("Address", "3 Mill Lane, Fenmarsh");
  await goOn();
  await at("Who holds the budget?");
  await pick("The holder is", "Morgan, the person the budget is for");
  await goOn();
  await at("Who are you?");
  await pick("I am", "Morgan Ashby");
  await goOn();

  await at("Your budget");
  await type("Budget reference", "PHB-777");
  await choose("Kind of budget", "Joint package");
  await pick("How is the money held?", "Own account");
  await date("First day", "2026-04-01");
  await date("Last day", "2027-03-31");
  await type("Reserve, in weeks", "4");
  await date("Next review", "2027-01-15");
  await goOn();

  await at("Who pays?");
  await pick("Kind of body", "Integrated care board", card("Funder 1"));
  await type("Name", "Fenmarsh and Vale Integrated Care Board", card("Funder 1"));
  await type("Share in per cent", "70", card("Funder 1"));
  await press("Add another funder");
  await pick("Kind of body", "Council", card("Funder 2"));
  await type("Name", "Fenmarsh County Council", card("Funder 2"));
  await type("Share in per cent", "30", card("Funder 2"));
  await goOn();

  await at("What is paid to you, and when?");
  for (const [funder, amount] of [
    ["Fenmarsh and Vale Integrated Care Board", "£2,100"],
    ["Fenmarsh County Council", "900"],
  ] as const) {
    await type("Amount of each payment", amount, card(funder));
    await choose("How often does it come?", "Every 4 weeks", card(funder));
    await date("First payment", "2026-04-07", card(funder));
  }
  await goOn();

  await at("What is the support for?");
  await type("Outcome 1", "I live safely at home and see my friends.");
  await goOn();

  await at("What is the budget for?");
  await type("Name", "Day support", card("Budget line 1"));
  await choose("Kind of spending", "Personal assistants", card("Budget line 1"));
  await pick("How is it agreed?", "Hours a week", card("Budget line 1"));
  await type("Hours a week", "40", card("Budget line 1"));
  await type("Agreed rate an hour", "19.50", card("Budget line 1"));
  await press("Add another line");
  await type("Name", "Art class", card("Budget line 2"));
  await choose("Kind of spending", "Activities", card("Budget line 2"));
  await pick("How is it agreed?", "A regular sum", card("Budget line 2"));
  await type("Amount", "60", card("Budget line 2"));
  await choose("How often?", "Every month", card("Budget line 2"));
  await goOn();

  await at("When do you pay wages?");
  await pick("How often do you pay?", "Every 4 weeks");
  await date("First day of the first pay period", "2026-04-13");
  await date("First payday", "2026-05-15");
  await goOn();

  await at("HMRC and pension");
  await pick("How is HMRC told about wages?", "With HMRC's Basic PAYE Tools");
  await type("PAYE reference", "123/ab456");
  await type("Accounts Office reference", "123PA00012345");
  await tick("I claim Employment Allowance for 2026-27");
  await type("Workplace pension scheme", "Fenland Workplace Pension");
  await goOn();

  await at("Employers' liability insurance");
  await type("Insurer", "Hearthside Insurance");
  await type("Policy number", "HS-1");
  await date("First day of cover", "2026-04-01");
  await date("Last day of cover", "2027-03-31");
  await goOn();

  await at("Check your answers");
  await press("These answers are right");
}

interface NewAssistant {
  readonly firstName: string;
  readonly lastName: string;
  readonly born: string;
  readonly brought: string;
  readonly pension: string;
  readonly weekdayRate: string;
}

/** Two personal assistants: Tom earns £18.00 an hour and is in the pension; Priya has another job and earns £14.00. */
export async function addAssistants(keyboard: Keyboard): Promise<void> {
  await addAssistant(keyboard, {
    firstName: "Tom",
    lastName: "Ellery",
    born: "1991-06-03",
    brought: "Starter checklist, statement A",
    pension: "Enrolled by law",
    weekdayRate: "18",
  });
  await addAssistant(keyboard, {
    firstName: "Priya",
    lastName: "Nair",
    born: "1997-09-21",
    brought: "Starter checklist, statement C",
    pension: "Not in the pension",
    weekdayRate: "14.00",
  });
}

async function addAssistant({ at, date, pick, press, type }: Keyboard, person: NewAssistant): Promise<void> {
  await press("People");
  await at("People");
  await press(/^Add a personal assistant/);
  await at("Who is the personal assistant?");
  await type("First name", person.firstName);
  await type("Last name", person.lastName);
  await date("Date of birth", person.born);
  await press("Continue");
  await at("The job");
  await date("First day of work", "2026-04-13");
  await pick("How does holiday work?", "Hours change from week to week");
  await press("Continue");
  await at("Tax and National Insurance");
  await pick("What did they bring?", person.brought);
  await press("Continue");
  await at("Student loans and pension");
  await pick("Workplace pension", person.pension);
  await press("Continue");
  await at("Family and household");
  await pick("Do they live with Morgan?", "No");
  await pick("Are they Morgan's family or a friend?", "No");
  await press("Continue");
  await at("What are they paid?");
  await type("Weekday", person.weekdayRate);
  await press("Continue");
  await at("Where do wages go?");
  await type("Name on the account", `${person.firstName} ${person.lastName}`);
  await type("Sort code", "00-00-01");
  await type("Account number", "00012345");
  await press("Continue");
  await at("Check your answers");
  await press(`Add ${person.firstName}`);
  await at(`${person.firstName} ${person.lastName}`);
}
