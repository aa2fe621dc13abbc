import { defineConfig } from "vitest/config";

/** Tests that need a browser on the machine: `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ["tests/browser/*.test.ts"],
    globalSetup: "tests/browser/build-site.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file starts a browser of its own; two cores serve one at a time best.
    fileParallelism: false,
  },
});
