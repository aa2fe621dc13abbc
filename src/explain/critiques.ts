import { z } from "zod";
import type { Diagnostic, Files } from "../base/diagnostic.ts";
import { nearestName } from "../base/nearest-name.ts";
import { canonicalName } from "../lang/names.ts";
import type { Model } from "../model/model.ts";
import { TextSchema } from "../scenario/scenario.ts";
import { checkShape, placeOf, readYaml } from "../scenario/yaml-source.ts";

/** Parts of the system in the order of the supply chain: the order in which objections are shown, whatever they conclude. */
export const CRITIQUE_STAGES = [
  "precursors",
  "production",
  "border",
  "market",
  "people",
  "overdose",
  "mexico",
  "force",
  "relations",
  "trade",
  "method",
] as const;

const PlaceListSchema = z.array(z.string().min(1)).default([]);

const CritiqueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  stage: z.enum(CRITIQUE_STAGES).describe("Where in the supply chain it bites"),
  title: TextSchema,
  who: TextSchema.describe("The specialist or the side that would raise it, in neutral words"),
  objection: TextSchema.describe("As its author would put it"),
  does: TextSchema.describe("What the model does about it, or that it does nothing"),
  settles: TextSchema.optional().describe("Data or structure that would settle it; an open one needs it"),
  standing: z.enum(["answered", "partly", "open"]),
  tilt: z
    .enum(["understates", "overstates", "neither"])
    .describe("If the objection is right: what the model does to the benefit of force and enforcement"),
  where: z
    .strictObject({
      headings: PlaceListSchema.describe("`06-overdose`, or `06-overdose / Four dose laws`"),
      names: PlaceListSchema.describe("Parameters, levers, variants, outcomes, observations, mechanisms"),
      rows: PlaceListSchema.describe("Ids of the register"),
      checks: PlaceListSchema.describe("Titles of reality checks"),
    })
    .describe("Where in the model to look"),
});

export type CritiqueStage = (typeof CRITIQUE_STAGES)[number];

/** One objection to a model and what the model does about it, as `critiques.yaml` holds it. */
export type Critique = Readonly<z.output<typeof CritiqueSchema>>;

type PlaceKind = keyof Critique["where"];

const FILE = "critiques.yaml";
const KINDS: readonly PlaceKind[] = ["headings", "names", "rows", "checks"];

/**
 * Reads the objections beside a model (`critiques.yaml`; none without the file). Errors: those of a YAML file,
 * `critique-id-twice`, `critique-no-end` for an open one that does not say what would settle it, and `critique-unknown`
 * for a heading, name, row or check that the model lacks.
 */
export function loadCritiques(
  files: Files,
  model: Model,
): { readonly critiques: readonly Critique[]; readonly diagnostics: readonly Diagnostic[] } {
  const text = Object.hasOwn(files, FILE) ? files[FILE] : undefined;
  if (text === undefined) return { critiques: [], diagnostics: [] };
  const read = readYaml({ file: FILE, text, offset: 0 });
  const shape = checkShape(read, z.array(CritiqueSchema), "critique");
  const diagnostics: Diagnostic[] = [...shape.diagnostics];
  const critiques = shape.value ?? [];
  const known = knownPlaces(model);
  const seen = new Set<string>();
  for (const [k, critique] of critiques.entries()) {
    const report = (code: string, path: readonly PropertyKey[], data: Diagnostic["data"]) =>
      diagnostics.push({ code, severity: "error", span: placeOf(read, [k, ...path]), data });
    const { id } = critique;
    if (seen.has(id)) report("critique-id-twice", ["id"], { id });
    seen.add(id);
    if (critique.standing === "open" && critique.settles === undefined) {
      report("critique-no-end", ["standing"], { id });
    }
    for (const kind of KINDS) {
      for (const [i, name] of critique.where[kind].entries()) {
        if (known[kind].has(placeKey(kind, name))) continue;
        const near = nearestName(name, known[kind].values());
        const data = near === undefined ? { kind, name } : { kind, name, suggestion: near };
        report("critique-unknown", ["where", kind, i], data);
      }
    }
  }
  return { critiques, diagnostics };
}

/** How places of a kind are compared: names of the model by their canonical form, the rest as written. */
function placeKey(kind: PlaceKind, name: string): string {
  return kind === "names" ? canonicalName(name) : name;
}

/** By kind, what a place may name: the key to compare and the text as the model writes it. */
function knownPlaces(model: Model): Readonly<Record<PlaceKind, ReadonlyMap<string, string>>> {
  const same = (names: Iterable<string>) => new Map([...names].map((name) => [name, name] as const));
  const named = [...model.variables.values(), ...model.arrays.values(), ...model.mechanisms];
  return {
    headings: same(model.chapters.flatMap(({ file, text }) => chapterHeadings(file, text))),
    names: new Map(named.map(({ name, text }) => [name, text] as const)),
    rows: same(model.evidence.keys()),
    checks: same(model.checks.map(({ title }) => title)),
  };
}

/** A chapter's short name, `06-overdose`, and that with each heading below its title: `06-overdose / Four dose laws`. */
function chapterHeadings(file: string, text: string): readonly string[] {
  const short = (file.split("/").at(-1) ?? file).replace(/\.md$/, "");
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const headings = [...prose.matchAll(/^#{2,6} +(.*?) *#*$/gm)].map((match) => match[1] ?? "");
  return [short, ...headings.map((heading) => `${short} / ${heading}`)];
}
