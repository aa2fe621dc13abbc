import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMarkdown } from "./chapter.ts";
import { plainFences } from "./plain-fences.ts";

/** What the reader of all of Markdown makes of a text, in the form of `plainFences`: fenced code at the margin alone. */
function wanted(text: string) {
  const { title, codes } = readMarkdown(text);
  const fenced = codes.filter((code) => /^(?:`{3}|~{3})/.test(text.slice(code.start)));
  expect(fenced.filter((code) => code.misplaced)).toEqual([]);
  return {
    title: title?.trim(),
    codes: fenced.map(({ language, start, end }) => ({ language, text: text.slice(start, end).trimEnd() })),
  };
}

function plain(text: string) {
  const found = plainFences(text);
  return (
    found && {
      title: found.title?.trim(),
      codes: found.codes.map(({ language, start, end }) => ({
        language,
        text: text.slice(start, end).trimEnd(),
      })),
    }
  );
}

const lines = fc.constantFrom(
  ...[
    "```model",
    "```",
    "~~~",
    "~~~ model extra",
    "````js",
    "````",
    "``` `a`",
    "```model\\*",
    "   ```",
    "    ```",
  ],
  ...[
    "# Title",
    "#",
    "# Title #",
    "#Title",
    "## Two",
    "  # Title",
    "    # code",
    "# *a* b",
    "# a\\b",
    "# a & b #b",
  ],
  ...[
    "text",
    "a = 1",
    "",
    "  ",
    "> quote",
    "> ```model",
    "- item",
    "- ```model",
    "  ```model",
    "1. # T",
    "***",
  ],
  ...[
    "<div>",
    "<!-- a",
    "-->",
    "===",
    "---",
    "\\# no",
    "    indented",
    "\ttab",
    "| a | b |",
    "[x]: y",
    '"more',
  ],
);
const texts = fc
  .array(fc.tuple(lines, fc.constantFrom("\n", "\n", "\n", "\r\n", "\r")), { maxLength: 14 })
  .map((list) => list.map(([line, end]) => line + end).join(""));

describe("fences by lines alone", () => {
  test("are those of Markdown wherever the lines decide", () => {
    let decided = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const found = plain(text);
        if (found === undefined) return;
        decided++;
        expect(found, JSON.stringify(text)).toEqual(wanted(text));
      }),
      { numRuns: 3000, seed: 8 },
    );
    expect(decided).toBeGreaterThan(300);
  });

  test("decide every chapter of the repository's models", () => {
    const models = new URL("../../models/", import.meta.url);
    const pages = (readdirSync(models, { recursive: true }) as string[]).filter((path) =>
      /\bchapters\b.*\.md$/.test(path),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      const text = readFileSync(new URL(page, models), "utf8");
      expect(plain(text), page).toEqual(wanted(text));
    }
  });

  test.each([
    ["a quotation", "> ```model\n> a = 1\n> ```\n"],
    ["a list", "- x\n\n  ```model\n  a = 1\n  ```\n"],
    ["a comment", "<!--\n```model\na = 1\n```\n-->\n"],
    ["no end", "```model\na = 1\n"],
    ["an underlined title", "Title\n===\n"],
    ["markup in the title", "# A *b*\n"],
  ])("leave %s to Markdown", (_, text) => {
    expect(plainFences(text)).toBeUndefined();
  });
});
