/** One file of ours and what it imports: paths from the project's folder, or package names. */
export interface SourceFile {
  readonly path: string;
  /** Type imports included. */
  readonly imports: readonly string[];
}

/** The areas of `shared/` in their order: each may use those before it, never those after. */
const areas = ["ledger", "people", "rota", "timesheets", "payroll", "bank", "budget", "keyDates", "audit"];

interface Room {
  readonly name: string;
  readonly matches: (path: string) => boolean;
  /** Folders or single files of ours it may import from, besides itself. */
  readonly mayImport: (path: string) => readonly string[];
  /** Packages it may import; undefined means any but Node's and Electron's. */
  readonly packages?: readonly RegExp[];
  readonly mayUseNode?: boolean;
  readonly mayUseElectron?: boolean;
}

const under = (folder: string) => (path: string) => path.startsWith(folder);
const pure = [/^zod$/, /^date-fns(\/|$)/, /^@date-fns\//, /^big\.js$/, /^@noble\/hashes\//];
const part = (path: string, index: number) => path.split("/")[index] ?? "";

function earlierAreas(path: string): string[] {
  const place = areas.indexOf(part(path, 1));
  return (place < 0 ? [] : areas.slice(0, place + 1)).map((area) => `shared/${area}/`);
}

/** Who may import whom: the table of the design, one room a row. The first row that matches counts. */
const rooms: readonly Room[] = [
  { name: "shared/core", matches: under("shared/core/"), mayImport: () => ["shared/core/"], packages: pure },
  { name: "shared/rates", matches: under("shared/rates/"), mayImport: () => ["shared/rates/", "shared/core/"], packages: pure },
  {
    name: "shared/contract",
    matches: under("shared/contract/"),
    mayImport: () => ["shared/"],
    packages: pure,
  },
  {
    name: "an area of shared",
    matches: under("shared/"),
    mayImport: (path) => ["shared/core/", "shared/rates/", `shared/${part(path, 1)}/`, ...earlierAreas(path)],
    packages: pure,
  },
  { name: "electron/preload", matches: (path) => path === "electron/preload.ts", mayImport: () => [], mayUseElectron: true },
  {
    name: "electron/main",
    matches: (path) => path === "electron/main.ts",
    mayImport: () => ["electron/shell/", "shared/"],
    mayUseNode: true,
    mayUseElectron: true,
  },
  {
    name: "electron/shell",
    matches: under("electron/shell/"),
    mayImport: () => ["electron/shell/", "shared/"],
    mayUseNode: true,
    mayUseElectron: true,
  },
  { name: "electron/imports", matches: under("electron/imports/"), mayImport: () => ["electron/imports/", "shared/"], mayUseNode: true },
  { name: "electron/documents", matches: under("electron/documents/"), mayImport: () => ["electron/documents/", "shared/"], mayUseNode: true },
  { name: "electron/db", matches: under("electron/db/"), mayImport: () => ["electron/db/", "electron/vault/", "shared/"], mayUseNode: true },
  {
    name: "electron/vault",
    matches: under("electron/vault/"),
    mayImport: () => ["electron/vault/", "electron/db/", "electron/recordId.ts", "shared/"],
    mayUseNode: true,
  },
  {
    name: "electron/handlers",
    matches: under("electron/handlers/"),
    mayImport: () => ["electron/handlers/", "electron/db/", "electron/vault/", "electron/documents/", "electron/recordId.ts", "shared/"],
    mayUseNode: true,
  },
  {
    name: "the rest of electron",
    matches: under("electron/"),
    mayImport: () => [
      "electron/data/",
      "electron/db/",
      "electron/vault/",
      "electron/documents/",
      "electron/handlers/",
      "electron/imports/",
      "electron/sample/",
      "electron/dispatch.ts",
      "electron/recordId.ts",
      "electron/shell/clock.ts",
      "shared/",
    ],
    mayUseNode: true,
  },
  { name: "renderer/components", matches: under("renderer/components/"), mayImport: () => ["renderer/components/", "shared/core/"] },
  { name: "renderer/api", matches: under("renderer/api/"), mayImport: () => ["renderer/api/", "shared/contract/", "shared/core/"] },
  {
    name: "a feature of the renderer",
    matches: under("renderer/features/"),
    mayImport: (path) => [`renderer/features/${part(path, 2)}/`, "renderer/components/", "renderer/api/", "renderer/app/routes.ts", "shared/"],
  },
  { name: "renderer/app", matches: under("renderer/"), mayImport: () => ["renderer/", "shared/"] },
];

const isOurs = (imported: string) => /^(electron|shared|renderer|test|scripts|resources)\//.test(imported);

/** What a file imports that its room may not: one sentence for each, or none. */
export function forbiddenImports({ path, imports }: SourceFile): string[] {
  const room = rooms.find(({ matches }) => matches(path));
  if (!room) return [];
  const allowed = room.mayImport(path);
  return imports.flatMap((imported) => {
    if (isOurs(imported)) {
      const isAllowed = allowed.some((place) => (place.endsWith("/") ? imported.startsWith(place) : imported === place));
      return isAllowed ? [] : [`${path}: ${room.name} may not import ${imported}`];
    }
    if (imported.startsWith("node:")) return room.mayUseNode ? [] : [`${path}: ${room.name} may not use ${imported}`];
    if (imported === "electron") return room.mayUseElectron ? [] : [`${path}: only electron/shell and the two entry files may use Electron`];
    if (room.packages && !room.packages.some((name) => name.test(imported))) return [`${path}: ${room.name} may not import the package ${imported}`];
    return [];
  });
}

/** The circles among the imports, each as the files on its way round. None is allowed. */
export function importCircles(files: readonly SourceFile[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const state = new Map<string, "open" | "done">();
  const circles: string[][] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      circles.push([...way.slice(way.indexOf(path)), path]);
      return;
    }
    state.set(path, "open");
    for (const imported of byPath.get(path)?.imports ?? []) if (byPath.has(imported)) visit(imported, [...way, path]);
    state.set(path, "done");
  };
  for (const { path } of files) visit(path, []);
  return circles;
}
