import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedFiles } from "./generated-files.ts";

test.each(Object.entries(generatedFiles()))(
  "src/math/%s is what the kernels' definitions give",
  (path, text) => {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), "utf8")).toBe(text);
  },
);
