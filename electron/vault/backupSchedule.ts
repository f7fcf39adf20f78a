/** Why a backup was made: by itself at lock, because the person asked, or before the file's format was brought up to date. */
export type BackupKind = "automatic" | "asked" | "before-update";

/** A backup as its name tells it. */
export interface BackupName {
  readonly name: string;
  readonly kind: BackupKind;
  readonly created: Date;
}

const kept = { days: 7, weeks: 4, months: 6, beforeUpdate: 3 };

/** "2026-11-22T02-15-00-123Z-automatic.phbk": sorts by time and tells nothing about anyone. */
export function backupFileName(kind: BackupKind, created: Date): string {
  return `${created.toISOString().replace(/[:.]/g, "-")}-${kind}.phbk`;
}

/** Reads a backup's name, or undefined for a file that is not one of ours. */
export function readBackupFileName(name: string): BackupName | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-(automatic|asked|before-update)\.phbk$/.exec(name);
  if (!match) return undefined;
  const created = new Date(`${match[1]}T${match[2]}:${match[3]}:${match[4]}.${match[5]}Z`);
  return Number.isNaN(created.getTime()) ? undefined : { name, kind: match[6] as BackupKind, created };
}

/**
 * Which backups have had their time: automatic ones beyond the newest of 7 days, 4 weeks and 6 months, and all but three
 * made before an update. Those the person asked for are never removed, nor is the newest of any kind.
 */
export function backupsToRemove(backups: readonly BackupName[], now: Date): string[] {
  const newestFirst = [...backups].sort((a, b) => b.created.getTime() - a.created.getTime());
  const automatic = newestFirst.filter((backup) => backup.kind === "automatic" && backup.created <= now);
  const keep = new Set<string>();
  for (const [periodOf, count] of [
    [dayOf, kept.days],
    [weekOf, kept.weeks],
    [monthOf, kept.months],
  ] as const) {
    for (const name of newestOfEach(automatic, periodOf).slice(0, count)) keep.add(name);
  }
  const old = automatic.filter((backup) => !keep.has(backup.name));
  const beforeUpdate = newestFirst.filter((backup) => backup.kind === "before-update").slice(kept.beforeUpdate);
  return [...old, ...beforeUpdate].map((backup) => backup.name);
}

function newestOfEach(newestFirst: readonly BackupName[], periodOf: (created: Date) => string): string[] {
  const found = new Map<string, string>();
  for (const { name, created } of newestFirst) {
    const period = periodOf(created);
    if (!found.has(period)) found.set(period, name);
  }
  return [...found.values()];
}

const dayOf = (created: Date) => created.toISOString().slice(0, 10);
const monthOf = (created: Date) => created.toISOString().slice(0, 7);
/** The Monday the week began on. */
const weekOf = (created: Date) => {
  const monday = new Date(created);
  monday.setUTCDate(created.getUTCDate() - ((created.getUTCDay() + 6) % 7));
  return dayOf(monday);
};
