import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "web/src/**/*.test.ts", "tests/*.test.ts", "bench/**/*.test.js"],
    testTimeout: 60_000,
    pool: "threads",
  },
});
