import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { contentSecurityPolicy, noncePlaceholder } from "./contentSecurityPolicy.ts";

/** The one address the window shows. */
export const bundleAddress = { scheme: "app", host: "bundle", start: "app://bundle/index.html" } as const;

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".txt": "text/plain; charset=utf-8",
};

/** Address path ("/assets/main.js") to file on disk. */
export type BundleFiles = ReadonlyMap<string, string>;

/** Reads the list of files the build wrote. Only these are ever served; no request is joined to a path. */
export function readBundleFiles(rendererFolder: string): BundleFiles {
  const names = JSON.parse(readFileSync(join(rendererFolder, "bundleFiles.json"), "utf8")) as string[];
  return new Map(names.map((name) => [`/${name}`, join(rendererFolder, name)]));
}

/** Answers one request of the window: a listed file with our headers, or 404. The page itself gets a fresh nonce. */
export async function answerBundleRequest(files: BundleFiles, request: { readonly url: string; readonly method: string }): Promise<Response> {
  const address = new URL(request.url);
  const nonce = randomBytes(18).toString("base64");
  const headers = {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
  };
  const path = address.pathname === "/" ? "/index.html" : address.pathname;
  const file = address.protocol === "app:" && address.host === bundleAddress.host && request.method === "GET" ? files.get(path) : undefined;
  const mediaType = mediaTypes[extname(path)];
  if (file === undefined || mediaType === undefined)
    return new Response("Not found", { status: 404, headers: { ...headers, "Content-Type": "text/plain" } });

  const bytes = await readFile(file);
  const body = path === "/index.html" ? bytes.toString("utf8").replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes);
  return new Response(body, { status: 200, headers: { ...headers, "Content-Type": mediaType } });
}
