import type { Migration } from "./migration.ts";

/** People and their roles; funders, the budget, its agreement terms, and the support plan with its lines. */
export const peopleAndPlan: Migration = {
  version: 2,
  name: "people and plan",
  up: `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  date_of_birth TEXT,
  address TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  communication_needs TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE role (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL CHECK (kind IN ('budgetPerson','holder','supporter','personalAssistant','contact','atTheKeyboard')),
  holder_kind TEXT CHECK (holder_kind IN ('self','representative','nominee')),
  authority TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL,
  to_on TEXT
) STRICT;
CREATE INDEX role_person ON role(person_id);

CREATE TABLE funder (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('integratedCareBoard','council','other')),
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  contact_name TEXT NOT NULL DEFAULT '',
  contact_email TEXT NOT NULL DEFAULT '',
  contact_address TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL,
  to_on TEXT,
  predecessor_id TEXT REFERENCES funder(id)
) STRICT;

CREATE TABLE budget (
  id TEXT PRIMARY KEY,
  budget_person_id TEXT NOT NULL REFERENCES person(id),
  reference TEXT NOT NULL,
  cohort TEXT NOT NULL CHECK (cohort IN ('continuingHealthcare','childrensContinuingCare','section117','wheelchair','jointPackage','councilCare','other')),
  holding TEXT NOT NULL CHECK (holding IN ('ownAccount','prepaidCard','managedAccount')),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  reserve_weeks INTEGER NOT NULL DEFAULT 8 CHECK (reserve_weeks BETWEEN 0 AND 52),
  lead_funder_id TEXT REFERENCES funder(id),
  first_review_on TEXT,
  next_review_on TEXT,
  notes TEXT NOT NULL DEFAULT '',
  CHECK (to_on > from_on)
) STRICT;

CREATE TABLE funder_share (
  id TEXT PRIMARY KEY,
  budget_id TEXT NOT NULL REFERENCES budget(id),
  funder_id TEXT NOT NULL REFERENCES funder(id),
  from_on TEXT NOT NULL,
  share_basis_points INTEGER NOT NULL CHECK (share_basis_points BETWEEN 0 AND 10000),
  takes_residual_penny INTEGER NOT NULL DEFAULT 0 CHECK (takes_residual_penny IN (0,1))
) STRICT;

CREATE TABLE payment_schedule (
  id TEXT PRIMARY KEY,
  budget_id TEXT NOT NULL REFERENCES budget(id),
  funder_id TEXT NOT NULL REFERENCES funder(id),
  amount_pence INTEGER NOT NULL CHECK (amount_pence > 0),
  cycle TEXT NOT NULL CHECK (cycle IN ('weekly','fortnightly','fourWeekly','monthly','quarterly','oneOff')),
  first_on TEXT NOT NULL,
  last_on TEXT,
  weeks_in_advance INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE outcome (
  id TEXT PRIMARY KEY,
  budget_id TEXT NOT NULL REFERENCES budget(id),
  position INTEGER NOT NULL,
  description TEXT NOT NULL
) STRICT;

CREATE TABLE plan_line (
  id TEXT PRIMARY KEY,
  budget_id TEXT NOT NULL REFERENCES budget(id),
  name TEXT NOT NULL,
  category TEXT NOT NULL CHECK (category IN ('personalAssistants','nightSupport','agency','training','equipment','activities','respite','transport','employerCosts','insurance','payroll','oneOff','contingency','other')),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_line_version (
  id TEXT PRIMARY KEY,
  plan_line_id TEXT NOT NULL REFERENCES plan_line(id),
  from_on TEXT NOT NULL,
  to_on TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('hours','sum','oneOff','contingency')),
  minutes_per_week INTEGER CHECK (minutes_per_week > 0),
  hourly_rate_pence INTEGER CHECK (hourly_rate_pence >= 0),
  amount_pence INTEGER CHECK (amount_pence >= 0),
  frequency TEXT CHECK (frequency IN ('weekly','fourWeekly','monthly','yearly','once')),
  outcome_id TEXT REFERENCES outcome(id),
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((kind = 'hours' AND minutes_per_week IS NOT NULL AND hourly_rate_pence IS NOT NULL) OR (kind <> 'hours' AND amount_pence IS NOT NULL AND frequency IS NOT NULL))
) STRICT;
CREATE INDEX plan_line_version_line ON plan_line_version(plan_line_id, from_on);

CREATE TABLE permission (
  id TEXT PRIMARY KEY,
  plan_line_id TEXT REFERENCES plan_line(id),
  engagement_id TEXT REFERENCES engagement(id),
  what TEXT NOT NULL,
  agreed_by TEXT NOT NULL,
  how TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  until_on TEXT,
  limit_pence INTEGER
) STRICT;

CREATE TABLE key_date (
  id TEXT PRIMARY KEY,
  due_on TEXT NOT NULL,
  description TEXT NOT NULL,
  done_on TEXT
) STRICT;
`,
};
