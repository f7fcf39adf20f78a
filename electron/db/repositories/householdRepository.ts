import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { HolderKind, type Household, type HouseholdSoFar, Person, type PersonDetails } from "../../../shared/people/person.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

export const personColumns = `p.id, p.first_name AS firstName, p.last_name AS lastName, p.date_of_birth AS dateOfBirth, p.address, p.postcode, p.phone, p.email,
  p.communication_needs AS communicationNeeds`;

export type HouseholdRole = "budgetPerson" | "holder" | "atTheKeyboard";

const RoleRow = z.object({ personId: z.string(), holderKind: HolderKind.nullable(), authority: z.string() });

/** One person by id. */
export function findPerson(db: ReadDb, id: string): Person | undefined {
  return parseRow(Person, db.prepare(`SELECT ${personColumns} FROM person p WHERE p.id = ?`).get(id));
}

/** Everybody the file knows, by last name. */
export function listPeople(db: ReadDb): Person[] {
  return parseRows(Person, db.prepare(`SELECT ${personColumns} FROM person p ORDER BY p.last_name, p.first_name, p.rowid`).all());
}

function findRole(db: ReadDb, kind: HouseholdRole) {
  const row = db
    .prepare(
      "SELECT person_id AS personId, holder_kind AS holderKind, authority FROM role WHERE kind = ? AND to_on IS NULL ORDER BY from_on DESC, rowid DESC LIMIT 1",
    )
    .get(kind);
  const role = parseRow(RoleRow, row);
  return role && { ...role, person: findPerson(db, role.personId) ?? null };
}

/** Who is who as far as it is known: every part may still be null during set-up. */
export function findHouseholdSoFar(db: ReadDb): HouseholdSoFar {
  const holder = findRole(db, "holder");
  return {
    budgetPerson: findRole(db, "budgetPerson")?.person ?? null,
    holder: holder?.person ?? null,
    holderKind: holder?.holderKind ?? null,
    holderAuthority: holder?.authority ?? "",
    atTheKeyboard: findRole(db, "atTheKeyboard")?.person ?? null,
  };
}

/** Who is who. Undefined until set-up knows the budget person, the holder and who uses the app. */
export function findHousehold(db: ReadDb): Household | undefined {
  const { budgetPerson, holder, holderKind, holderAuthority, atTheKeyboard } = findHouseholdSoFar(db);
  if (!budgetPerson || !holder || !holderKind || !atTheKeyboard) return undefined;
  return { budgetPerson, holder, holderKind, holderAuthority, atTheKeyboard };
}

/** Adds somebody. */
export function insertPerson(db: WriteDb, id: string, person: PersonDetails, createdAt: string): void {
  db.prepare(
    `INSERT INTO person (id, first_name, last_name, date_of_birth, address, postcode, phone, email, communication_needs, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    person.firstName,
    person.lastName,
    person.dateOfBirth,
    person.address,
    person.postcode,
    person.phone,
    person.email,
    person.communicationNeeds,
    createdAt,
  );
}

/** Writes somebody's particulars anew. Payslips and returns already made keep the particulars of their day. */
export function updatePerson(db: WriteDb, id: string, person: PersonDetails): void {
  db.prepare(
    `UPDATE person SET first_name = ?, last_name = ?, date_of_birth = ?, address = ?, postcode = ?, phone = ?, email = ?, communication_needs = ? WHERE id = ?`,
  ).run(
    person.firstName,
    person.lastName,
    person.dateOfBirth,
    person.address,
    person.postcode,
    person.phone,
    person.email,
    person.communicationNeeds,
    id,
  );
}

export interface NewRole {
  readonly id: string;
  readonly personId: string;
  readonly kind: HouseholdRole | "personalAssistant";
  readonly holderKind: HolderKind | null;
  readonly authority: string;
  readonly fromOn: PlainDate;
}

/** Gives somebody a role from a day on. */
export function insertRole(db: WriteDb, role: NewRole): void {
  db.prepare("INSERT INTO role (id, person_id, kind, holder_kind, authority, from_on) VALUES (?, ?, ?, ?, ?, ?)").run(
    role.id,
    role.personId,
    role.kind,
    role.holderKind,
    role.authority,
    role.fromOn,
  );
}

/** Ends whoever holds a household role, so that another may take it. */
export function endRoles(db: WriteDb, kind: HouseholdRole, toOn: PlainDate): void {
  db.prepare("UPDATE role SET to_on = ? WHERE kind = ? AND to_on IS NULL").run(toOn, kind);
}
