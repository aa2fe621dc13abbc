import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExplorerLink } from "./explorer-link.ts";
import { defaultLink, normalLink } from "./normal-link.ts";
import { linkRelease, parseLink } from "./parse-link.ts";
import { printLink } from "./print-link.ts";
import { anyLink, testLinkFacts as facts } from "./test-link-facts.ts";

const start = defaultLink(facts);

/** A link with what differs from an untouched page. */
function link(
  choice: Partial<ExplorerLink["choice"]>,
  view: Partial<ExplorerLink["view"]> = {},
): ExplorerLink {
  return { choice: { ...start.choice, ...choice }, view: { ...start.view, ...view } };
}

const codes = (text: string) => parseLink(text, facts).diagnostics.map((d) => d.code);

const whole = link(
  {
    b: {
      scenario: "p1-air-raids",
      levers: {
        "air raids on labs": [{ at: "2025-02", value: 4 }],
        deadline: [{ at: "2025-02", value: 2026 }],
        "care[north]": [
          { at: "2025-02", value: 8 },
          { at: "2027-01", value: 4.5 },
        ],
      },
    },
    assumptions: { "time to replace capacity": 3 },
    explanation: { variant: "dose law", option: "share of pure grams" },
  },
  { outcome: "homicides in méxico", at: "2031-06", drawer: { kind: "lever", name: "air raids on labs" } },
);
const written =
  "m=2026.1&n=1&b=p1-air-raids&b.air-raids-on-labs=4&b.deadline=2026-01&b.care-north=8@2025-02,4.5@2027-01" +
  "&p.time-to-replace-capacity=3&only.dose-law=share-of-pure-grams&see=homicides-in-mexico&at=2031-06&why=air-raids-on-labs";

describe("a link", () => {
  test("reads like words and says only what differs from an untouched page", () => {
    expect(printLink(whole, facts)).toBe(written);
    expect(printLink(start, facts)).toBe("m=2026.1&n=1");
    expect(printLink(start, facts, { release: false })).toBe("");
  });

  test("reads back as it was written, from a query or a whole address", () => {
    for (const text of [written, `?${written}`, `https://example.org/es/?${written}#top`, ` ${written}\n`])
      expect(parseLink(text, facts)).toEqual({ link: whole, diagnostics: [] });
    for (const text of ["", "?", "https://example.org/x/", "./es/index.html"])
      expect(parseLink(text, facts)).toEqual({ link: start, diagnostics: [] });
  });

  test("gives every link back in its normal form, without a finding", () => {
    fc.assert(
      fc.property(anyLink, fc.boolean(), (any, release) => {
        const text = printLink(any, facts, { release });
        expect(parseLink(text, facts)).toEqual({ link: normalLink(any, facts), diagnostics: [] });
        expect(text).toMatch(/^[\w.@,&=%+-]*$/);
      }),
      { numRuns: 300 },
    );
  });

  test("does not say what the scenario itself does, nor a lever that keeps its own value", () => {
    const same = link({
      a: { scenario: "baseline", levers: { "air raids on labs": [{ at: "2026-01", value: 0 }] } },
      b: {
        scenario: "p1-air-raids",
        levers: { "air raids on labs": [{ at: "2025-02", value: 8 }], "care[north]": [] },
      },
    });
    expect(printLink(same, facts)).toBe("m=2026.1&n=1&b=p1-air-raids");
    const stopped = link({ b: { scenario: "p1-air-raids", levers: { "air raids on labs": [] } } });
    expect(printLink(stopped, facts)).toBe("m=2026.1&n=1&b=p1-air-raids&b.air-raids-on-labs=0");
  });

  test("names its release, whose plus sign survives", () => {
    expect(linkRelease("?m=2026.1+c0564e7&b=x")).toBe("2026.1+c0564e7");
    expect(linkRelease("?M=2026.1")).toBe("2026.1");
    expect(linkRelease("?b=x")).toBeUndefined();
    const own = { ...facts, release: "2026.1+c0564e7" };
    const text = printLink(defaultLink(own), own);
    expect(text).toBe("m=2026.1+c0564e7&n=1");
    expect(parseLink(text, own)).toEqual({ link: defaultLink(own), diagnostics: [] });
  });
});

describe("what cannot be used in a link", () => {
  const good = "m=2026.1&n=1&b=p1-air-raids";
  const kept = link({ b: { scenario: "p1-air-raids", levers: {} } });
  const cases: readonly (readonly [text: string, code: string, data: object])[] = [
    ["b.air-raid-on-labs=4", "link-name", { kind: "lever", suggestion: "air-raids-on-labs" }],
    ["b.main-cause=1", "link-name", { kind: "lever", name: "main-cause" }],
    ["p.time-to-replace=2", "link-name", { kind: "assumption", suggestion: "time-to-replace-capacity" }],
    ["a=p1-air-raid", "link-name", { kind: "scenario", suggestion: "p1-air-raids" }],
    ["see=homicides", "link-name", { kind: "outcome", suggestion: "homicides-in-mexico" }],
    ["see=mexico", "link-name", { kind: "outcome", suggestion: "homicides-in-mexico" }],
    ["only.dose-law=levels", "link-name", { kind: "option", suggestion: "level" }],
    ["why=nothing", "link-name", { kind: "drawer" }],
    ["c=1", "link-key", { key: "c" }],
    ["c%zz=1", "link-key", { key: "c%zz" }],
    ["read=all", "link-key", { key: "read=all" }],
    ["b=baseline", "link-twice", { key: "b" }],
    ["b.air-raids-on-labs=lots", "link-number", { key: "b.air-raids-on-labs", value: "lots" }],
    ["b.air-raids-on-labs=8@2025-02@9", "link-number", { value: "8@2025-02@9" }],
    ["b.air-raids-on-labs=", "link-number", { value: "" }],
    ["p.care-north-2=1,000", "link-number", { key: "p.care-north-2" }],
    ["b.air-raids-on-labs=20.1", "link-range", { value: "20.1", low: "0", high: "20" }],
    ["p.mark-up-at-the-border=-1", "link-range", { low: "0", high: "∞" }],
    ["b.ultimatum=0.5", "link-switch", { key: "b.ultimatum" }],
    ["b.air-raids-on-labs=8@2025", "link-month", { value: "2025" }],
    ["at=January", "link-month", { value: "January" }],
    ["b.air-raids-on-labs=8@2026-01,4@2026-01", "link-month-twice", { value: "2026-01" }],
    ["b.air-raids-on-labs=8@2024-09", "link-month-outside", { from: "2024-10", to: "2035-01" }],
    ["b.air-raids-on-labs=8@2035-02", "link-month-outside", { value: "2035-02" }],
    ["at=2014-12", "link-month-outside", { from: "2015-01" }],
    ["s=2147483648", "link-seed", { value: "2147483648" }],
    ["s=-1", "link-seed", { value: "-1" }],
  ];
  test.each(cases)("%s: %s, and the rest stands", (text, code, data) => {
    const read = parseLink(`${good}&${text}`, facts);
    expect(read.diagnostics.map((d) => d.code)).toEqual([code]);
    expect(read.diagnostics[0]!.data).toMatchObject(data);
    expect(read.link).toEqual(kept);
  });

  test("what says where the link comes from is told, and nothing is left out", () => {
    expect(codes("m=2025.3&n=1")).toEqual(["link-release"]);
    expect(parseLink("m=2026.1&n=2", facts).diagnostics).toMatchObject([
      { code: "link-number-version", severity: "notice" },
    ]);
    expect(codes("m=2026.1&f=9&b=p1-air-raids")).toEqual(["link-format"]);
    expect(codes("m=2026.1&f=new")).toEqual(["link-format"]);
  });

  test("what other sites add is no part of it", () => {
    expect(codes("m=2026.1&utm_source=mail&fbclid=x")).toEqual([]);
  });

  test("no text makes it throw", () => {
    const piece = fc.constantFrom(
      ...["m", "a.", "b.", "p.", "only.", "see", "%", "%zz", "&", "=", "@", ",", "__proto__"],
    );
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(piece).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        const read = parseLink(any, facts);
        expect(parseLink(printLink(read.link, facts), facts)).toEqual({ link: read.link, diagnostics: [] });
      }),
      { numRuns: 500 },
    );
  });
});
