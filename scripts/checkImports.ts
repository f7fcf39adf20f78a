import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { forbiddenImports, importCircles, type SourceFile } from "./importRules.ts";
import { readSource } from "./readSource.ts";
import { bannedUses } from "./sourceBans.ts";

// Checks every source file: who imports whom, that no imports go round in a circle, and the bans on database and key code.
const root = join(import.meta.dirname, "..");
const paths = globSync(["shared/**/*.{ts,tsx}", "electron/**/*.ts", "renderer/**/*.{ts,tsx}"], { cwd: root }).map((path) =>
  path.replaceAll("\\", "/"),
);

const files: SourceFile[] = [];
const complaints: string[] = [];
for (const path of paths.sort()) {
  const { imports, program } = readSource(path, readFileSync(join(root, path), "utf8"));
  files.push({ path, imports });
  complaints.push(...bannedUses(path, program));
}
for (const file of files) complaints.push(...forbiddenImports(file));
for (const circle of importCircles(files)) complaints.push(`These imports go round in a circle: ${circle.join(" → ")}`);

if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error(`\n${complaints.length} import rule${complaints.length === 1 ? "" : "s"} broken`);
  process.exitCode = 1;
} else {
  console.log(`Checked the imports of ${files.length} files. All rules kept.`);
}
