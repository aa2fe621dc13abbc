import { expect, test } from "vitest";
import { parseLink } from "../scenario/parse-link.ts";
import { testLinkFacts as facts } from "../scenario/test-link-facts.ts";
import { linkWords } from "./diagnostic-words/links.ts";
import { diagnosticSentences } from "./diagnostics.ts";
import { linkSentences } from "./link-sentences.ts";

/** A link in which everything is wrong. */
const broken =
  "m=1&n=9&f=9&s=x&a=p1-air-raid&c=1&c=2&b.no=1&b.air-raids-on-labs=y&a.air-raids-on-labs=99&b.ultimatum=0.5" +
  "&a.deadline=2026-01@soon&b.deadline=2026-01@2026-01,2027-01@2026-01&at=1999-01&p.no=1&only.dose-law=no&see=no&why=no";

test("whatever is wrong in a link is said in both languages, as the catalogue of all findings says it", () => {
  const { diagnostics } = parseLink(broken, facts);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(Object.keys(linkWords)));
  for (const finding of diagnostics) {
    const [en, es] = [linkSentences(finding, "en"), linkSentences(finding, "es")];
    expect(en).toEqual(diagnosticSentences(finding, "en"));
    expect(es).toEqual(diagnosticSentences(finding, "es"));
    expect(en.message).not.toBe(es.message);
    for (const { message } of [en, es]) expect(message).toMatch(/^[A-Z].*[.?]$/);
    for (const { message, next } of [en, es]) expect(`${message} ${next}`).not.toMatch(/undefined|''|NaN/);
  }
});

test("a suggestion is part of the sentence", () => {
  const [finding] = parseLink("f=1&a=p1-air-raid", facts).diagnostics;
  expect(linkSentences(finding!, "en").message).toBe(
    "The link names 'p1-air-raid', and the model has no such scenario: did you mean 'p1-air-raids'?",
  );
});

test("a code that is no link's stays a code", () => {
  expect(linkSentences({ code: "other", severity: "error", data: {} }, "es")).toEqual({
    message: "other",
    next: "",
  });
});
