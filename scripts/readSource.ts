import { posix } from "node:path";
import { parseSync } from "vite";
import type { SyntaxNode } from "./sourceBans.ts";

/**
 * Parses a file (TypeScript 7 has no parser to call, so the one in Vite is used) and names what it imports: files of ours
 * by their path from the project's folder, packages by name.
 * @throws SyntaxError when the file cannot be parsed.
 */
export function readSource(path: string, text: string): { imports: string[]; program: SyntaxNode } {
  const { module, program, errors } = parseSync(path, text);
  const [problem] = errors;
  if (problem) throw new SyntaxError(`${path}: ${problem.message}`);
  const asked = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []))),
    ...module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end).replace(/^["'`]|["'`]$/g, "")),
  ];
  const imports = [...new Set(asked)].map((name) => (name.startsWith(".") ? posix.join(posix.dirname(path), name.split("?")[0] ?? name) : name));
  return { imports, program: program as unknown as SyntaxNode };
}
