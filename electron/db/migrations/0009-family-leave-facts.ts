import type { Migration } from "./migration.ts";

/**
 * What the tests of each kind of family pay ask beyond dates and evidence. Yes-or-no facts that nobody gave yet are null. `neonatal_stays_json` is a list of
 * stays in neonatal care.
 */
export const familyLeaveFacts: Migration = {
  version: 9,
  name: "family leave facts",
  up: `
ALTER TABLE family_leave ADD COLUMN has_good_reason_for_late_notice INTEGER NOT NULL DEFAULT 0 CHECK (has_good_reason_for_late_notice IN (0,1));
ALTER TABLE family_leave ADD COLUMN pregnancy_sick_from_on TEXT;
ALTER TABLE family_leave ADD COLUMN weeks_of_other_pay_used INTEGER NOT NULL DEFAULT 0 CHECK (weeks_of_other_pay_used BETWEEN 0 AND 39);
ALTER TABLE family_leave ADD COLUMN weeks_taken_by_other_parent INTEGER NOT NULL DEFAULT 0 CHECK (weeks_taken_by_other_parent BETWEEN 0 AND 37);
ALTER TABLE family_leave ADD COLUMN has_other_pay_ended INTEGER CHECK (has_other_pay_ended IN (0,1));
ALTER TABLE family_leave ADD COLUMN other_parent_qualifies INTEGER CHECK (other_parent_qualifies IN (0,1));
ALTER TABLE family_leave ADD COLUMN child_born_on TEXT;
ALTER TABLE family_leave ADD COLUMN weeks_of_pregnancy INTEGER CHECK (weeks_of_pregnancy BETWEEN 1 AND 45);
ALTER TABLE family_leave ADD COLUMN neonatal_stays_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE family_leave ADD COLUMN can_have_other_family_pay INTEGER NOT NULL DEFAULT 1 CHECK (can_have_other_family_pay IN (0,1));
`,
};
