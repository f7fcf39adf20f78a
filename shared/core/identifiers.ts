import * as z from "zod";

/** A time-ordered UUID (version 7), as text. Every record has one. */
export const RecordId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "This is not a record's identifier");
export type RecordId = z.infer<typeof RecordId>;

/** A moment in UTC, "2026-11-21T10:15:00.000Z". */
export const Instant = z.iso.datetime({ offset: false });
export type Instant = z.infer<typeof Instant>;
