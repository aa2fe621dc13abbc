import { expect, test } from "vitest";
import { shellEntries } from "./shell.ts";

const manifest = {
  "_base.css": { file: "app/base.css" },
  "_shared.js": { file: "app/shared.js", css: ["app/base.css"], imports: ["_deep.js"] },
  "_deep.js": { file: "app/deep.js", imports: ["_shared.js"] },
  "src/explorer.ts": { file: "app/explorer.js", css: ["app/explorer.css"], imports: ["_shared.js"] },
  "src/embed.ts": { file: "app/embed.js", css: ["app/base.css"] },
  "src/page.ts": { file: "app/page.js" },
};

test("an entry has its script, what that imports, and the styles of both, shared ones first", () => {
  const entries = shellEntries(JSON.stringify(manifest));
  expect(entries.explorer).toEqual({
    scripts: ["app/explorer.js"],
    preloads: ["app/deep.js", "app/shared.js"],
    styles: ["app/base.css", "app/explorer.css"],
  });
  expect(entries.embed.styles).toEqual(["app/base.css"]);
  expect(entries.page).toEqual({ scripts: ["app/page.js"], preloads: [], styles: [] });
});

test("a build without an entry is refused", () => {
  expect(() => shellEntries("{}")).toThrow(/src\/explorer\.ts/);
});
