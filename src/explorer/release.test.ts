import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Files } from "../base/diagnostic.ts";
import { sha256 } from "../model/hash.ts";
import { currentRelease } from "./current-release.ts";
import type { EvidenceFile } from "./evidence-record.ts";
import { makeFacts } from "./make-facts.ts";
import { unpackDraws } from "./pack-draws.ts";
import { drawsHash, makeRelease, readRelease } from "./release.ts";
import { linkMeaning } from "./release-meaning.ts";
import { testParts } from "./test-parts.ts";

const models = join(import.meta.dirname, "../../models");

function filesOf(name: string, folders: readonly string[]): Files {
  const files = folders.flatMap((folder) =>
    readdirSync(join(models, name, folder)).map((file) => {
      const path = `${folder}/${file}`;
      return [path, readFileSync(join(models, name, path), "utf8")] as const;
    }),
  );
  return Object.fromEntries(files);
}

const teaching = testParts("teaching", filesOf("teaching", ["chapters", "data", "scenarios", "words"]));
const { hash, ir } = teaching.model;
/** Draws that a calibration might have stored, of the first two parameters. */
const posterior = {
  info: {
    ...{ format: "downstream-posterior", version: 2, model: "teaching", modelHash: hash, origin: "2024-10" },
    ...{ full: false, draws: 3, parameters: ir.parameters.slice(0, 2).map(({ name }) => name), fixed: [] },
    ...{ ranges: [], variants: [], fits: [], stages: [], silent: [], leftOut: [] },
  } as unknown as NonNullable<typeof teaching.posterior>["info"],
  values: Float32Array.from([1, 2, 3, 4, 5, 6]),
};
const parts = { ...teaching, posterior };
const evidence: EvidenceFile = {
  format: "downstream-explorer-evidence",
  version: 1,
  records: [],
  sources: {},
};
const name = { name: "2026.1", date: "2026-01-31" };
const deflate = (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes, { level: 9 }));
const files = makeRelease({ parts, name, evidence, deflate });

describe("a release", () => {
  test("reads back as it was made, its draws bit for bit", () => {
    const { release, diagnostics } = readRelease("x", files);
    expect(diagnostics).toEqual([]);
    expect(release!.facts).toEqual(JSON.parse(JSON.stringify(makeFacts(parts, name))));
    expect(release!.ir).toEqual(JSON.parse(JSON.stringify(ir)));
    expect(unpackDraws(inflateRawSync(release!.draws), 2)).toEqual(posterior.values);
    expect(release!.info).toMatchObject({
      ...{ model: "teaching", release: "2026.1", released: "2026-01-31", modelHash: hash },
      posterior: { name: "2024-10" },
    });
    // The floats of the .f32 file are little-endian, row after row.
    const rows = new Uint8Array(Float32Array.from([1, 2, 3, 4, 5, 6]).buffer);
    expect(release!.info.posterior.sha256).toBe(sha256(rows));
  });

  test("is the same bytes each time", () => {
    expect(makeRelease({ parts, name, evidence, deflate })).toEqual(files);
  });

  test("of a model without a posterior has no draws", () => {
    const plain = makeRelease({ parts: teaching, name, evidence, deflate });
    const { release } = readRelease("x", plain);
    expect(release!.info.posterior).toEqual({ name: "prior", sha256: "" });
    expect(inflateRawSync(release!.draws).length).toBe(0);
  });

  test("is refused where a file is missing or is not the one that was released", () => {
    const found = (changed: typeof files) =>
      readRelease("x", changed).diagnostics.map(({ code, data }) => [code, data.file]);
    for (const file of ["release.json", "facts.json", "draws.bin", "evidence.json"]) {
      const { [file]: _, ...rest } = files;
      expect(found(rest)).toEqual([["release-incomplete", file]]);
    }
    const bytes = (files["draws.bin"] as Uint8Array).slice();
    bytes[0]! ^= 1;
    expect(found({ ...files, "draws.bin": bytes })).toEqual([["release-changed", "draws.bin"]]);
    const text = `${files["facts.json"] as string} `;
    expect(found({ ...files, "facts.json": text })).toEqual([["release-changed", "facts.json"]]);
    expect(found({ ...files, "release.json": "no" })).toEqual([["release-unreadable", "release.json"]]);
    const info = JSON.parse(files["release.json"] as string);
    const later = { ...files, "release.json": JSON.stringify({ ...info, version: 2 }) };
    expect(found(later)).toEqual([["release-unreadable", "release.json"]]);
    const other = JSON.stringify({ ...ir, model: "other" });
    const swapped = { ...info, files: { ...info.files, "ir.json": sha256(other) } };
    expect(found({ ...files, "ir.json": other, "release.json": JSON.stringify(swapped) })).toEqual([
      ["release-changed", "ir.json"],
    ]);
  });

  test("knows what those before it called otherwise", () => {
    const table = (from: string, to: string) => ({
      levers: { [from]: to },
      scenarios: {},
      outcomes: {},
      parameters: {},
    });
    const made = makeRelease({
      ...{ parts, name, evidence, deflate, renamed: table("b", "c") },
      earlier: [table("a", "b")],
    });
    const { release } = readRelease("x", made);
    expect(release!.info.renamed.levers).toEqual({ b: "c" });
    expect(release!.facts.renamed?.levers).toEqual({ a: "c", b: "c" });
    expect(readRelease("x", files).release!.facts.renamed).toBeUndefined();
  });
});

describe("what the model as it stands is called", () => {
  const meaning = (of: typeof parts) => linkMeaning(makeFacts(of, { name: "", date: "" }), drawsHash(of));
  const releases = [
    { release: "2026.2", released: "2026-02-01", meaning: "other" },
    { release: "2026.10", released: "2026-10-01", meaning: meaning(parts) },
    { release: "2026.1", released: "2026-01-31", meaning: meaning(parts) },
  ];

  test("the newest release whose links mean the same", () => {
    expect(currentRelease(meaning(parts), releases)).toEqual({ name: "2026.10", date: "2026-10-01" });
  });

  test("else after the newest, with a hash and no day", () => {
    expect(currentRelease("0123456789", releases)).toEqual({ name: "2026.10+0123456", date: "" });
    expect(currentRelease("0123456789", [])).toEqual({ name: "0+0123456", date: "" });
  });

  test("other draws and other scenarios are another model; other words are not", () => {
    const values = posterior.values.slice();
    values[0] = 7;
    const scenario = parts.scenarios.find(({ levers }) => levers.length > 0)!;
    const raised = scenario.levers.map((lever) => ({ ...lever, schedule: [{ at: "2025-01", value: 0.3 }] }));
    const others = [
      { ...parts, posterior: { ...posterior, values } },
      {
        ...parts,
        scenarios: parts.scenarios.map((one) => (one === scenario ? { ...one, levers: raised } : one)),
      },
    ];
    for (const other of others) expect(meaning(other)).not.toBe(meaning(parts));
    const said = parts.scenarios.map((one) => ({ ...one, label: { en: "A", es: "B" } }));
    expect(meaning({ ...parts, scenarios: said })).toBe(meaning(parts));
  });
});
