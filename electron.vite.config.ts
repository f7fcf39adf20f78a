import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { listBundleFiles, listNativeLibraries, listThirdPartyNotices } from "./scripts/buildPlugins.ts";

/**
 * Builds out/main (the main, data and import processes; their two native libraries stay outside), out/preload (one
 * CommonJS file) and out/renderer (the window's page with the list of files that may be served).
 * Chunks lie beside the entries, so that "../../resources/" means the same from a source folder and from out/main.
 */
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          main: resolve("electron/main.ts"),
          dataProcess: resolve("electron/data/dataProcess.ts"),
          importProcess: resolve("electron/imports/importProcess.ts"),
        },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
    plugins: [listNativeLibraries(), listThirdPartyNotices(["better-sqlite3-multiple-ciphers", "@node-rs/argon2"])],
  },
  preload: {
    build: {
      rolldownOptions: {
        input: { preload: resolve("electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve("renderer"),
    base: "./",
    html: { cspNonce: "__CSP_NONCE__" },
    build: {
      rolldownOptions: { input: resolve("renderer/index.html") },
      assetsInlineLimit: 0,
      minify: "oxc",
    },
    plugins: [react(), listThirdPartyNotices(), listBundleFiles()],
  },
});
