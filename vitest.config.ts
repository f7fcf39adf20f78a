import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * Three projects: `unit` (pure code and operations on a real database, in Node), `renderer` (screens in jsdom on the real
 * dispatch) and `e2e` (the built app in a real Chromium). They run one after another; see scripts/test.ts.
 */
export default defineConfig({
  test: {
    // Every processor: vitest would leave one idle, which is half of a machine with two.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/shared/**/*.test.ts", "test/electron/**/*.test.ts"],
          pool: "forks",
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "jsdom",
          environmentOptions: { jsdom: { url: "https://bundle.app.invalid/" } },
          include: ["test/renderer/**/*.test.ts", "test/renderer/**/*.test.tsx"],
          setupFiles: ["test/support/rendererSetup.ts"],
          css: { modules: { classNameStrategy: "non-scoped" } },
          pool: "forks",
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          pool: "forks",
          fileParallelism: true,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Loaded by Node itself: the harness redirects the import of "electron", which vitest would otherwise resolve.
          server: { deps: { external: [/\/test\/harness\//, /\/out\//] } },
        },
      },
    ],
  },
});
