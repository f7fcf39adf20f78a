import { randomBytes } from "node:crypto";
import { type AppError, AppFailure } from "../../shared/contract/errors.ts";
import type { Answer, InputOf, ParsedInputOf } from "../../shared/contract/operation.ts";
import { vaultOperations } from "../../shared/contract/vaultOperations.ts";
import { explainDatabaseError } from "../db/databaseProblems.ts";
import { suggestPassphrase } from "../vault/recoveryWords.ts";
import type { VaultSession } from "./vaultSession.ts";

type VaultOperations = typeof vaultOperations;
type VaultHandlers = {
  readonly [Name in keyof VaultOperations]: (
    session: VaultSession,
    input: ParsedInputOf<VaultOperations[Name]>,
  ) =>
    | InputOf<{ kind: "query"; input: VaultOperations[Name]["output"]; output: VaultOperations[Name]["output"] }>
    | Promise<InputOf<{ kind: "query"; input: VaultOperations[Name]["output"]; output: VaultOperations[Name]["output"] }>>;
};

const handlers: VaultHandlers = {
  "vault.list": (session) => session.list(),
  "vault.status": (session) => session.status(),
  "vault.suggestPassphrase": () => ({ passphrase: suggestPassphrase() }),
  "vault.create": (session, { passphrase }) => session.create(passphrase),
  "vault.confirmRecoveryWords": (session, { words }) => session.confirmRecoveryWords(words),
  "vault.createSample": (session) => session.createSample(),
  "vault.unlock": (session, { vaultId, passphrase }) => session.unlock(vaultId, { passphrase }),
  "vault.unlockWithRecoveryWords": (session, { vaultId, words }) => session.unlock(vaultId, { recoveryWords: words }),
  "vault.changePassphrase": async (session, { currentPassphrase, newPassphrase }) => {
    await session.changePassphrase({ passphrase: currentPassphrase }, newPassphrase);
    return {};
  },
  "vault.setPassphraseWithRecoveryWords": async (session, { words, newPassphrase }) => {
    await session.changePassphrase({ recoveryWords: words }, newPassphrase);
    return {};
  },
  "vault.replaceRecoveryWords": async (session, { passphrase }) => ({ recoveryWords: await session.replaceRecoveryWords(passphrase) }),
  "vault.lock": (session) => session.lock(),
  "vault.backupNow": (session) => session.backupNow(),
  "vault.lastBackup": (session) => session.lastBackup(),
};

/** Answers the `vault.*` operations: parsed input in, parsed answer out, failures as data. */
export function createVaultAnswers(session: VaultSession, onUnexpected: (reference: string, error: unknown) => void) {
  return async (name: string, rawInput: unknown): Promise<Answer<unknown>> => {
    try {
      if (!isVaultOperation(name)) throw new AppFailure({ code: "notFound", what: "operation" });
      const { input, output } = vaultOperations[name];
      const parsed = input.safeParse(rawInput);
      if (!parsed.success) throw invalid(parsed.error.issues);
      const handler = handlers[name] as (session: VaultSession, input: unknown) => unknown;
      return { ok: true, value: output.parse(await handler(session, parsed.data)) };
    } catch (error) {
      return { ok: false, error: asAppError(error, onUnexpected) };
    }
  };
}

const isVaultOperation = (name: string): name is keyof VaultOperations => Object.hasOwn(vaultOperations, name);

function invalid(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): AppFailure {
  const fields: Record<string, string> = {};
  for (const issue of issues) fields[issue.path.join(".")] ??= issue.message;
  return new AppFailure({ code: "invalidInput", fields, message: Object.values(fields)[0] ?? "Check what you typed" });
}

/** Database errors about the whole file (disk full, damage) become plain words; anything else is our mistake and gets a reference. */
function asAppError(error: unknown, onUnexpected: (reference: string, error: unknown) => void): AppError {
  const explained = explainDatabaseError(error);
  if (explained instanceof AppFailure) return explained.error;
  const reference = randomBytes(4).toString("hex");
  onUnexpected(reference, error);
  return { code: "unexpected", reference };
}
