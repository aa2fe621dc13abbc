import { expect, test } from "vitest";
import { formatOf, LINK_FORMAT, linkMigrations, migrateLink } from "./link-migrations.ts";
import { parseLink } from "./parse-link.ts";
import { testLinkFacts as facts } from "./test-link-facts.ts";

test("there is a migration from every format to the next", () => {
  expect(linkMigrations.length).toBe(LINK_FORMAT);
});

test("a link written by hand has names as in a sentence", () => {
  const entries = [
    ["B", "P1 Air_Raids"],
    ["b.Air_raids on labs", " 8@2025-02 "],
    ["only.Dose law", "Share of pure grams"],
    ["See", "homicides in México"],
  ] as const;
  expect(formatOf(entries)).toBe(0);
  expect(migrateLink(entries, 0)).toEqual([
    ["b", "p1-air-raids"],
    ["b.air-raids-on-labs", "8@2025-02"],
    ["only.dose-law", "share-of-pure-grams"],
    ["see", "homicides-in-mexico"],
  ]);
});

test("it opens, with a release or without", () => {
  const text = "b.air_raids_on_labs=8&P.Time+to+replace+capacity=3&see=Homicides%20in%20M%C3%A9xico";
  for (const query of [text, `m=2026.1&${text}`]) {
    const { link, diagnostics } = parseLink(query, facts);
    expect(diagnostics).toEqual([]);
    expect(link.choice.b.levers).toEqual({ "air raids on labs": [{ at: "2025-02", value: 8 }] });
    expect(link.choice.assumptions).toEqual({ "time to replace capacity": 3 });
    expect(link.view.outcome).toBe("homicides in méxico");
  }
});

test("a link says its format, or shows it", () => {
  expect(formatOf([["m", "2026.1"]])).toBe(1);
  expect(formatOf([])).toBe(0);
  expect(formatOf([["f", "1"]])).toBe(1);
  expect(formatOf([["f", "x"]])).toBeUndefined();
  // A link that says format 1 is not put right.
  expect(parseLink("f=1&b.air_raids_on_labs=8", facts).diagnostics).toMatchObject([
    { code: "link-name", data: { suggestion: "air-raids-on-labs" } },
  ]);
});

test("what is of the present format stays as it is", () => {
  const entries = [
    ["m", "2026.1+c0564e7"],
    ["b.air-raids-on-labs", "8@2025-02,4@2027-01"],
  ] as const;
  expect(migrateLink(entries, 0)).toEqual(entries);
});
