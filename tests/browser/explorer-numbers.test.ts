import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { downstream } from "../command.ts";
import { settled, testBrowser, visit } from "./explorer-page.ts";

/** The same link, the same numbers: what the page saves equals, byte for byte, what Node prints for its address. */
const { url } = inject("site");
const browser = testBrowser();

test.each([
  ["no change against air raids", "?b=p1-air-raids"],
  [
    "two scenarios, one changed, from other seeds",
    "?s=7&a=p8-ultimatum&b=package-balanced&b.border-inspection=80",
  ],
  ["a lever that goes up and down", "?b.treatment-capacity=40@2025-02,10@2028-07"],
  ["assumptions of a reader's own", "?b=ladder-full-campaign&p.time-to-replace-a-lab-in-weeks=2.5"],
  ["the runs of one explanation", "?b=alt-treatment&only.dose-law=rescue"],
])("%s", async (_, query) => {
  const { page, context, errors } = await visit(browser(), `${url}${query}`);
  await settled(page);
  await page.getByRole("button", { name: /^Share$/ }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const csv = readFileSync(await (await saved).path(), "utf8");
  expect(csv.split("\n").length).toBeGreaterThan(27 * 2 * 200);
  const here = downstream(["link", page.url(), "--csv"]);
  expect(here.stderr).toBe("");
  expect(csv === here.stdout).toBe(true);
  expect(errors).toEqual([]);
  await context.close();
});
