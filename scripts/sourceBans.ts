/** One node of a parsed file: its kind, and whatever else that kind has. */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

function visitAll(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visitAll(child, visit);
  }
}

const bannedCalls: Readonly<Record<string, string>> = {
  backup: "db.backup() refuses encrypted files and leaves an empty one: use VACUUM INTO",
  serialize: "serialize() gives the database as readable text",
  loadExtension: "extensions can read everything",
  unsafeMode: "unsafe mode lets a wrong statement damage the file",
};

const bannedSql: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^\s*ATTACH\b/i, reason: "ATTACH with an empty key writes a readable copy" },
  { pattern: /^\s*VACUUM\s*;?\s*$/i, reason: "plain VACUUM needs as much memory as the file is large: use VACUUM INTO" },
  { pattern: /^\s*PRAGMA\s+(hex)?(re)?key\b/i, reason: "PRAGMA key leaves a readable copy of the key in memory: use db.key()" },
  { pattern: /\b(aes256cbc|aes128cbc|rc4)\b/i, reason: "this cipher does not notice changed bytes" },
];

const nodeCryptoBans = new Set(["argon2", "argon2Sync"]);

function textOf(node: SyntaxNode): string | undefined {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as readonly { readonly value: { readonly cooked: string | null } }[];
    return quasis.map(({ value }) => value.cooked ?? "").join("?");
  }
  return undefined;
}

/**
 * The bans on database and key code, found in a file's syntax: calls that would write readable data, statements that
 * attach or vacuum in memory, ciphers without integrity, functions Electron's Node lacks.
 */
export function bannedUses(path: string, program: SyntaxNode): string[] {
  const found: string[] = [];
  if (!path.startsWith("electron/")) return found;
  visitAll(program, (node) => {
    const text = textOf(node);
    if (text !== undefined) for (const { pattern, reason } of bannedSql) if (pattern.test(text)) found.push(`${path}: ${reason}`);
    if (node.type !== "CallExpression") return;
    const callee = node.callee as SyntaxNode;
    if (callee.type === "MemberExpression") {
      const { name } = callee.property as { readonly name?: string };
      if (name !== undefined && Object.hasOwn(bannedCalls, name)) found.push(`${path}: ${bannedCalls[name] ?? ""}`);
      if (name !== undefined && nodeCryptoBans.has(name)) found.push(`${path}: Electron's Node has no ${name}`);
    }
    if (callee.type === "Identifier" && nodeCryptoBans.has(callee.name as string))
      found.push(`${path}: Electron's Node has no ${callee.name as string}`);
  });
  return found;
}
