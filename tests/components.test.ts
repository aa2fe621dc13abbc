import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "models/us-mexico/data";

function table(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(`${folder}/${file}`, "utf8").trim().split("\n");
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

test("deaths by component add up to the published sums, with opioids raised like synthetic ones where only reports exist", () => {
  const published = table("cdc-vsrr-overdose-12mo-ending.csv");
  const components = table("cdc-overdose-deaths-by-component-12mo-ending.csv");
  expect(components.length).toBe(published.length);
  published.forEach((row, i) => {
    const part = components[i] ?? {};
    const number = (name: string) => Number(row[`${name}_deaths_12mo_ending`]);
    const raised =
      (number("opioids_reported") * number("synthetic_opioids_predicted")) /
      number("synthetic_opioids_reported");
    const opioids = number("opioids_predicted") || Math.floor(raised + 0.5);
    expect(part.date).toBe(row.date);
    expect(Number(part.synthetic_opioids_deaths_12mo_ending)).toBe(number("synthetic_opioids_predicted"));
    expect(Number(part.any_opioid_deaths_12mo_ending)).toBe(opioids);
    expect(Number(part.other_opioids_deaths_12mo_ending)).toBe(
      opioids - number("synthetic_opioids_predicted"),
    );
    expect(Number(part.non_opioid_deaths_12mo_ending)).toBe(number("all_drugs_predicted") - opioids);
  });
});
