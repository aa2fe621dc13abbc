import { expect, test } from "vitest";
import { bibtex, type Cited, citation } from "./citation.ts";

const cited: Cited = {
  facts: {
    ...{ model: "us-mexico", release: "2026.1", released: "2026-11-23", modelHash: "c0564e796d5014cd04" },
    ...{ numberVersion: 1, draws: { posterior: "2024-10", stored: 2000, parameters: [], fixed: [] } },
  },
  ...{ seed: 1, draws: 2000, address: "https://example.org/?m=2026.1&b=p7-tariff", accessed: "2027-02-01" },
};

test("a citation names what makes the numbers again", () => {
  expect(citation(cited, "en")).toBe(
    "Downstream, an open policy simulator. Model us-mexico, release 2026.1 (November 23, 2026); model hash c0564e796d50, draws 2024-10, 2,000 runs, seed 1, numbers 1. https://example.org/?m=2026.1&b=p7-tariff (accessed February 1, 2027).",
  );
  expect(citation(cited, "es")).toContain("versión 2026.1 (23 de noviembre de 2026)");
  expect(citation(cited, "es")).toContain("2,000 simulaciones, semilla 1");
});

test("an entry of BibTeX has a key without dots, and balanced braces", () => {
  const text = bibtex(cited, "en");
  expect(text).toContain("@misc{downstream-us-mexico-2026-1,");
  expect(text).toContain("url     = {https://example.org/?m=2026.1&b=p7-tariff},");
  expect(text.split("{").length).toBe(text.split("}").length);
});

test("what is not released has no day", () => {
  const unreleased = { ...cited, facts: { ...cited.facts, release: "2026.1+c0564e7", released: "" } };
  expect(citation(unreleased, "en")).toContain("release 2026.1+c0564e7; model hash");
  expect(bibtex(unreleased, "es")).not.toMatch(/year|month/);
});

test("text that is not released is cited without a day", () => {
  const working = { ...cited, facts: { ...cited.facts, release: "2026.1+c0564e7", released: "" } };
  expect(citation(working, "en")).toContain("release 2026.1+c0564e7; model hash");
  expect(bibtex(working, "en")).not.toMatch(/year|month/);
});
