import { expect, test } from "vitest";
import { moveLink } from "./move-link.ts";
import { parseLink } from "./parse-link.ts";
import { printLink } from "./print-link.ts";
import { composeRenamed, NOT_RENAMED, type Renamed } from "./renamed.ts";
import { testLinkFacts as old } from "./test-link-facts.ts";

const text =
  "m=2026.1&n=1&a=p1-air-raids&b=what-happened&b.air-raids-on-labs=4&p.time-to-replace-capacity=3&only.dose-law=level" +
  "&see=homicides-in-mexico&why=time-to-replace-capacity";
const { link } = parseLink(text, old);

/** The model two releases later: names changed twice, a range is narrower, a scenario is gone. */
const now = {
  ...old,
  release: "2028.1",
  levers: old.levers.map((lever) =>
    lever.name === "air raids on labs" ? { ...lever, name: "raids on labs", high: 12 } : lever,
  ),
  scenarios: [
    { id: "baseline", group: "baseline", levers: [] },
    { id: "air-raids", group: "proposal", levers: [] },
    { id: "what-happened", group: "happened", levers: [] },
  ],
  parameters: [{ name: "time to replace a lab", low: 0.5, high: 12 }],
  draws: { parameters: [] },
};
const renamed: readonly Renamed[] = [
  {
    ...NOT_RENAMED,
    levers: { "air-raids-on-labs": "raids-on-sites" },
    scenarios: { "p1-air-raids": "air-raids" },
  },
  {
    ...NOT_RENAMED,
    levers: { "raids-on-sites": "raids-on-labs" },
    parameters: { "time-to-replace-capacity": "time-to-replace-a-lab" },
  },
];

test("a link of an older release opens with the names of the new one", () => {
  const moved = moveLink(link, old, now, ...renamed);
  expect(moved.diagnostics).toEqual([]);
  expect(printLink(moved.link, now)).toBe(
    "m=2028.1&n=1&a=air-raids&b=what-happened&b.raids-on-labs=4&p.time-to-replace-a-lab=3&only.dose-law=level" +
      "&see=homicides-in-mexico&why=time-to-replace-a-lab",
  );
});

test("what the new release lacks or refuses is left out with a finding", () => {
  const raised = parseLink(
    "m=2026.1&a=p1-air-raids&b.air-raids-on-labs=15&p.mark-up-at-the-border=2",
    old,
  ).link;
  const moved = moveLink(raised, old, now, ...renamed);
  expect(moved.diagnostics.map((d) => d.code)).toEqual(["link-range", "link-name"]);
  expect(printLink(moved.link, now)).toBe("m=2028.1&n=1&a=air-raids");
});

test("to the same release it is the same link", () => {
  expect(moveLink(link, old, old, NOT_RENAMED)).toEqual({ link, diagnostics: [] });
});

test("a link that follows the model keeps up with names that changed", () => {
  const follows = { ...now, renamed: composeRenamed(renamed) };
  const read = parseLink("a=p1-air-raids&b.air-raids-on-labs=4&p.time-to-replace-capacity=3", follows);
  expect(read.diagnostics).toEqual([]);
  expect(printLink(read.link, now)).toBe(
    "m=2028.1&n=1&a=air-raids&b.raids-on-labs=4&p.time-to-replace-a-lab=3",
  );
});

test("a name that something has again is that thing's", () => {
  const again = { ...old, renamed: { ...NOT_RENAMED, levers: { "air-raids-on-labs": "care-north" } } };
  const read = parseLink("m=2026.1&b.air-raids-on-labs=4", again);
  expect(Object.keys(read.link.choice.b.levers)).toEqual(["air raids on labs"]);
});
