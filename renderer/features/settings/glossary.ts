/** Words of the field with their plain meaning, in groups. */
export const glossary: readonly { readonly title: string; readonly words: readonly (readonly [string, string])[] }[] = [
  {
    title: "People",
    words: [
      ["Budget holder", "Who holds the money and signs. May be the person the budget is for."],
      ["Representative", "Someone who holds the budget for a child or a person who cannot decide about it."],
      ["Nominee", "Someone the person chose to hold the budget instead."],
      ["Personal assistant (PA)", "Someone you employ to support you."],
      ["Individual employer", "You, when you employ a personal assistant."],
      ["Care co-ordinator", "The named NHS contact for the plan."],
      ["Direct payment support organisation", "Helps people run direct payments."],
    ],
  },
  {
    title: "Who pays",
    words: [
      ["Integrated care board (ICB)", "The NHS body that pays. Before July 2022 it was the clinical commissioning group (CCG)."],
      ["Council", "The local authority with social services."],
      ["Lead funder", "The body that pays or audits for both."],
      ["Funder", "Any public body that pays you."],
    ],
  },
  {
    title: "Money",
    words: [
      ["Personal health budget (PHB)", "NHS money set aside for your agreed needs."],
      ["Direct payment", "You get the money and buy the support."],
      ["Budget line", "One agreed purpose and amount."],
      ["Reserve", "Money allowed to stay in the account. Also called contingency or buffer."],
      ["Set aside", "Money you have but owe, or are saving for an agreed reason."],
      ["Surplus", "What is left above the reserve and what you owe."],
      ["On-costs", "Costs of employing beyond wages."],
      ["Four-weekly", "Every 28 days, 13 times a year."],
    ],
  },
  {
    title: "Plan and accounts",
    words: [
      ["Support plan", "Your agreed plan of needs, outcomes and spending."],
      ["Outcome", "What the support is for."],
      ["Permission", "A written yes for something in or near the plan."],
      ["Review", "A meeting on whether the plan works."],
      ["Return", "The report you send about your money."],
      ["Evidence", "Paper that proves a payment."],
      ["Match up", "Check that the records agree with the bank."],
    ],
  },
  {
    title: "Work and pay",
    words: [
      ["Gross pay", "Pay before anything is taken off."],
      ["Net pay", "What arrives in the bank."],
      ["Tax code", "Tells how much can be earned without tax."],
      ["National Insurance letter", "Tells which rates of National Insurance are used."],
      ["Week 1 or month 1 basis", "Each payday is taxed on its own, without looking at the year so far."],
      ["P45", "Paper from the last employer with pay and tax of this tax year."],
      ["Employment Allowance", "Lowers your employer National Insurance."],
      ["Full Payment Submission", "The report to HMRC on or before each payday."],
      ["Sleep-in", "A night on site when sleep is allowed: a flat sum, and time awake counts."],
      ["Waking night", "A night on duty, awake."],
      ["Written statement", "The main terms of the job on paper, due on day one."],
      ["DBS check", "A check of criminal records. It used to be called CRB."],
      ["Employers' liability insurance", "Cover if a personal assistant is hurt. The law asks for it."],
    ],
  },
];
