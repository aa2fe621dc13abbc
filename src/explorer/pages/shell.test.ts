import { expect, test } from "vitest";
import { shellEntries } from "./shell.ts";

const manifest = {
  "_base.css": { file: "app/base.css" },
  "_shared.js": { file: "app/shared.js", css: ["app/shared.css"], imports: ["_deep.js"] },
  "_deep.js": { file: "app/deep.js", imports: ["_shared.js"] },
  "src/explorer.ts": {
    file: "app/explorer.js",
    css: ["app/own.css", "app/base.css"],
    imports: ["_shared.js"],
  },
  "src/embed.ts": { file: "app/embed.js", css: ["app/base.css"], imports: ["_shared.js"] },
  "src/page.ts": { file: "app/page.js", css: ["app/base.css"] },
};

test("an entry has its script, what that imports, and the styles of both, those of its own last", () => {
  const entries = shellEntries(JSON.stringify(manifest));
  expect(entries.explorer).toEqual({
    scripts: ["app/explorer.js"],
    preloads: ["app/deep.js", "app/shared.js"],
    styles: ["app/base.css", "app/shared.css", "app/own.css"],
  });
  expect(entries.embed.styles).toEqual(["app/base.css", "app/shared.css"]);
  expect(entries.page).toEqual({ scripts: ["app/page.js"], preloads: [], styles: ["app/base.css"] });
});

test("a build without an entry is refused", () => {
  expect(() => shellEntries("{}")).toThrow(/src\/explorer\.ts/);
});
