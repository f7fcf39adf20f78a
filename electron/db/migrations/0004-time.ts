import type { Migration } from "./migration.ts";

/** Planned shifts, timesheets with worked shifts, absence and leave. A shift is two instants; its day is kept beside them. */
export const time: Migration = {
  version: 4,
  name: "time",
  up: `
CREATE TABLE planned_shift (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  on_date TEXT NOT NULL,
  start_at TEXT NOT NULL,
  end_at TEXT NOT NULL,
  break_minutes INTEGER NOT NULL DEFAULT 0 CHECK (break_minutes >= 0),
  kind_of_time_id TEXT NOT NULL REFERENCES kind_of_time(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  note TEXT NOT NULL DEFAULT '',
  cancelled_on TEXT,
  CHECK (end_at > start_at)
) STRICT;
CREATE INDEX planned_shift_day ON planned_shift(on_date, engagement_id);

CREATE TABLE timesheet (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  week_from TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open','confirmed','paid')),
  confirmed_on TEXT,
  confirmed_by TEXT,
  reopened_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (engagement_id, week_from)
) STRICT;

CREATE TABLE worked_shift (
  id TEXT PRIMARY KEY,
  timesheet_id TEXT NOT NULL REFERENCES timesheet(id) ON DELETE CASCADE,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  planned_shift_id TEXT REFERENCES planned_shift(id),
  on_date TEXT NOT NULL,
  start_at TEXT NOT NULL,
  end_at TEXT NOT NULL,
  break_minutes INTEGER NOT NULL DEFAULT 0 CHECK (break_minutes >= 0),
  worked_minutes INTEGER NOT NULL CHECK (worked_minutes >= 0),
  awake_minutes INTEGER NOT NULL DEFAULT 0 CHECK (awake_minutes >= 0),
  miles_hundredths INTEGER NOT NULL DEFAULT 0 CHECK (miles_hundredths >= 0),
  kind_of_time_id TEXT NOT NULL REFERENCES kind_of_time(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  note TEXT NOT NULL DEFAULT '',
  pay_run_id TEXT REFERENCES pay_run(id),
  CHECK (end_at > start_at)
) STRICT;
CREATE INDEX worked_shift_timesheet ON worked_shift(timesheet_id);
CREATE INDEX worked_shift_engagement ON worked_shift(engagement_id, start_at);

CREATE TABLE absence (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('sickness','holiday','unpaidLeave','familyLeave')),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  minutes INTEGER,
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_on >= from_on)
) STRICT;

CREATE TABLE leave_movement (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('accrued','taken','carried','paid','adjustment')),
  minutes INTEGER NOT NULL,
  absence_id TEXT REFERENCES absence(id),
  pay_run_id TEXT REFERENCES pay_run(id),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
`,
};
