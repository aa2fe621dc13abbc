import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileModel } from "../model/compile-model.ts";
import { linkNames, slug } from "./link-names.ts";

test("a slug has lower case letters, digits and hyphens", () => {
  expect(slug("Air raids on labs")).toBe("air-raids-on-labs");
  expect(slug("care[border regions, age 5]")).toBe("care-border-regions-age-5");
  expect(slug("muertes en México: año")).toBe("muertes-en-mexico-ano");
  expect(slug("_air_raids_")).toBe("air-raids");
  expect(slug("名")).toBe("x");
});

test("names that would share a slug get one each", () => {
  const { slugs, nameOf } = linkNames(["a b", "a-b", "a b 2", "c", "a b"]);
  expect(slugs).toEqual(["a-b", "a-b-2", "a-b-2-2", "c"]);
  expect(nameOf("a-b-2")).toBe("a-b");
});

test("every name finds its slug and back, whatever the names", () => {
  const name = fc.oneof(fc.string(), fc.stringMatching(/^[ab2]{0,3}[ -][ab2]{0,3}$/));
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const table = linkNames(names);
      for (const one of names) expect(table.nameOf(table.slugOf(one)!)).toBe(one);
      expect(new Set(table.slugs).size).toBe(new Set(names).size);
      for (const one of table.slugs) expect(slug(one)).toBe(one);
    }),
  );
});

test("in the models of this repository no two names share a slug", () => {
  const models = new URL("../../models/", import.meta.url);
  for (const model of ["us-mexico", "teaching", "regions"]) {
    const files: Record<string, string> = {};
    for (const part of ["chapters", "data", "evidence"]) {
      try {
        for (const name of readdirSync(new URL(`${model}/${part}/`, models)))
          files[`${part}/${name}`] = readFileSync(new URL(`${model}/${part}/${name}`, models), "utf8");
      } catch {
        // A model may lack the folder.
      }
    }
    const { ir } = compileModel(files, { name: model }).model;
    const names = [...ir.levers, ...ir.parameters, ...ir.auxiliaries, ...ir.stocks].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(linkNames(names).slugs).toEqual(names.map(slug));
  }
});
