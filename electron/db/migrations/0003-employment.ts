import type { Migration } from "./migration.ts";

/** The employer, engagements of personal assistants, and the dated facts of pay. A dated fact is a row with from_on, never an overwritten column; of two rows with the same from_on the later row corrects the earlier. */
export const employment: Migration = {
  version: 3,
  name: "employment",
  up: `
CREATE TABLE employer (
  id TEXT PRIMARY KEY,
  holder_person_id TEXT NOT NULL REFERENCES person(id),
  paye_reference TEXT,
  accounts_office_reference TEXT,
  filing_route TEXT NOT NULL DEFAULT 'basicPayeTools' CHECK (filing_route IN ('basicPayeTools','otherSoftware','paper','bureau','notRegistered')),
  pay_frequency TEXT NOT NULL CHECK (pay_frequency IN ('weekly','fortnightly','fourWeekly','monthly')),
  first_period_from TEXT NOT NULL,
  first_payday TEXT NOT NULL,
  pays_hmrc_quarterly INTEGER NOT NULL DEFAULT 0 CHECK (pays_hmrc_quarterly IN (0,1)),
  pension_scheme_name TEXT NOT NULL DEFAULT '',
  pension_scheme_reference TEXT NOT NULL DEFAULT '',
  pension_tax_relief TEXT NOT NULL DEFAULT 'reliefAtSource' CHECK (pension_tax_relief IN ('reliefAtSource','netPay')),
  pension_staging_on TEXT,
  from_on TEXT NOT NULL,
  to_on TEXT
) STRICT;

CREATE TABLE employment_allowance_claim (
  tax_year TEXT PRIMARY KEY,
  claimed INTEGER NOT NULL CHECK (claimed IN (0,1)),
  claimed_on TEXT NOT NULL
) STRICT;

CREATE TABLE insurance_policy (
  id TEXT PRIMARY KEY,
  insurer TEXT NOT NULL,
  policy_number TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  premium_pence INTEGER
) STRICT;

CREATE TABLE kind_of_time (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  paid_by TEXT NOT NULL CHECK (paid_by IN ('hour','shift','day','mile')),
  minimum_wage_counts TEXT NOT NULL CHECK (minimum_wage_counts IN ('all','awakeOnly','none')),
  is_working_time INTEGER NOT NULL DEFAULT 1 CHECK (is_working_time IN (0,1)),
  position INTEGER NOT NULL,
  default_plan_line_id TEXT REFERENCES plan_line(id)
) STRICT;

CREATE TABLE engagement (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person(id),
  employer_id TEXT NOT NULL REFERENCES employer(id),
  payroll_number TEXT NOT NULL,
  job_title TEXT NOT NULL DEFAULT 'Personal assistant',
  national_insurance_number TEXT,
  gender TEXT CHECK (gender IN ('F','M')),
  start_on TEXT NOT NULL,
  end_on TEXT,
  end_reason TEXT NOT NULL DEFAULT '',
  starter_kind TEXT NOT NULL CHECK (starter_kind IN ('p45','declarationA','declarationB','declarationC','none','existing')),
  p45_leaving_on TEXT,
  contracted_minutes_per_week INTEGER,
  holiday_basis TEXT NOT NULL DEFAULT 'irregularHours' CHECK (holiday_basis IN ('fixedHours','irregularHours','rolledUp')),
  lives_with_person INTEGER NOT NULL DEFAULT 0 CHECK (lives_with_person IN (0,1)),
  is_family_or_friend INTEGER NOT NULL DEFAULT 0 CHECK (is_family_or_friend IN (0,1)),
  usual_working_days TEXT NOT NULL DEFAULT 'Mon Tue Wed Thu Fri',
  UNIQUE (employer_id, payroll_number),
  CHECK (end_on IS NULL OR end_on >= start_on)
) STRICT;

CREATE TABLE employment_check (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('rightToWork','dbs','writtenStatement')),
  checked_on TEXT NOT NULL,
  until_on TEXT,
  reference TEXT NOT NULL DEFAULT '',
  seen_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX employment_check_engagement ON employment_check(engagement_id, kind, checked_on);

CREATE TABLE pay_rate (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind_of_time_id TEXT NOT NULL REFERENCES kind_of_time(id),
  from_on TEXT NOT NULL,
  rate_pence INTEGER NOT NULL CHECK (rate_pence >= 0)
) STRICT;
CREATE INDEX pay_rate_engagement ON pay_rate(engagement_id, from_on);

CREATE TABLE tax_setting (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  from_on TEXT NOT NULL,
  tax_code TEXT NOT NULL,
  is_non_cumulative INTEGER NOT NULL CHECK (is_non_cumulative IN (0,1)),
  source TEXT NOT NULL
) STRICT;
CREATE INDEX tax_setting_engagement ON tax_setting(engagement_id, from_on);

CREATE TABLE national_insurance_setting (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  from_on TEXT NOT NULL,
  category TEXT NOT NULL CHECK (length(category) = 1)
) STRICT;
CREATE INDEX national_insurance_setting_engagement ON national_insurance_setting(engagement_id, from_on);

CREATE TABLE loan_notice (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('plan1','plan2','plan4','plan5','postgraduate')),
  from_on TEXT NOT NULL,
  to_on TEXT
) STRICT;

CREATE TABLE pension_membership (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  from_on TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('enrolled','optedIn','joined','optedOut','postponed','notEligible','ceased')),
  employee_basis_points INTEGER NOT NULL DEFAULT 500,
  employer_basis_points INTEGER NOT NULL DEFAULT 300,
  earnings_basis TEXT NOT NULL DEFAULT 'qualifyingEarnings' CHECK (earnings_basis IN ('qualifyingEarnings','totalPay'))
) STRICT;
CREATE INDEX pension_membership_engagement ON pension_membership(engagement_id, from_on);

CREATE TABLE bank_details (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  from_on TEXT NOT NULL,
  account_name TEXT NOT NULL,
  sort_code TEXT NOT NULL,
  account_number TEXT NOT NULL,
  checked_on TEXT,
  checked_how TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bank_details_engagement ON bank_details(engagement_id, from_on);

CREATE TABLE opening_figures (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  tax_year TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('p45','midYearStart')),
  taxable_pay_pence INTEGER NOT NULL,
  tax_pence INTEGER NOT NULL,
  UNIQUE (engagement_id, tax_year, source)
) STRICT;
`,
};
