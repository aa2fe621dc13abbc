import { defineConfig } from "vitest/config";

/** Tests that need a browser on the machine: `npm run test:browser`. */
export default defineConfig({ test: { include: ["tests/browser/*.test.ts"], testTimeout: 60_000 } });
