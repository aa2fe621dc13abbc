import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The package's own doors, read from its sources: `downstream/charts` is `src/charts/index.ts`. */
const doors = ["explorer", "charts", "ensemble", "engine"].map((door) => ({
  find: `downstream/${door}`,
  replacement: at(`../src/${door}/index.ts`),
}));

/**
 * Builds what every explorer shares, whatever the model: scripts and styles with hashed names under `app/`, and their list in
 * `manifest.json`. Pages and data are made by `downstream explore`.
 */
export default defineConfig({
  root: at("."),
  base: "./",
  publicDir: false,
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  resolve: {
    alias: [...doors, { find: "downstream/page-worker", replacement: at("../src/ensemble/page-worker.ts") }],
  },
  worker: { format: "es" },
  build: {
    outDir: at("dist"),
    emptyOutDir: true,
    assetsDir: "app",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    target: "es2022",
    rollupOptions: {
      input: { explorer: at("src/explorer.ts"), embed: at("src/embed.ts"), page: at("src/page.ts") },
    },
  },
});
