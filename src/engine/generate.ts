import type { Ir, IrExpr } from "../model/ir.ts";
import { auxRead, walkIr, walkReads } from "../model/ir-walk.ts";
import { type Rate, rates, reads } from "./dependencies.ts";
import { createEmitter } from "./emit.ts";
import { findVariable } from "./variables.ts";

/**
 * Which auxiliaries are computed when. `run`: once a run. `step`: at the start of each step. `clock`: when the time
 * of the stage is new. `moment`: then too, and at the start of each step. `stage`: in every stage of the integrator. `push`: after the first stage, for the inputs of delays. `report`: only
 * where results are saved. An auxiliary that nothing asked for stands in none of them.
 */
export interface Plan {
  readonly run: readonly number[];
  readonly step: readonly number[];
  readonly clock: readonly number[];
  readonly moment: readonly number[];
  readonly stage: readonly number[];
  readonly push: readonly number[];
  readonly report: readonly number[];
}

/** Plans the evaluation of a pruned model; `outputs` are canonical names. */
export function plan(ir: Ir, outputs: readonly string[]): Plan {
  const rate = rates(ir);
  const all = ir.auxiliaries.map((_, i) => i);
  const forStage = reads(
    ir,
    ir.stocks.map((s) => s.derivative),
  ).aux;
  const forPush = reads(
    ir,
    ir.held.flatMap((h) => (h.kind === "delay" ? [h.input] : [])),
  ).aux;
  const outputExprs: IrExpr[] = outputs.map((name) => {
    const v = findVariable(ir, name);
    return { op: v.of, index: v.index };
  });
  const forReport = reads(ir, outputExprs).aux;
  const run = all.filter((i) => rate[i] === "run");
  const of = (wanted: Rate) => all.filter((i) => rate[i] === wanted && (forStage.has(i) || forPush.has(i)));
  const [step, clock, moment] = [of("step"), of("clock"), of("moment")];
  const stage = all.filter((i) => rate[i] === "stage" && forStage.has(i));
  const early = new Set([...run, ...step, ...clock, ...moment, ...stage]);
  const push = all.filter((i) => forPush.has(i) && !early.has(i));
  for (const i of push) early.add(i);
  const report = all.filter((i) => forReport.has(i) && !early.has(i));
  return { run, step, clock, moment, stage, push, report };
}

/** Statements per generated function: V8 compiles and runs many small functions better than a giant one. */
const CHUNK = 80;

/** A statement of a chunk: an auxiliary, or the derivative of a stock. */
type Item = { readonly of: "aux" | "stock"; readonly index: number };

/**
 * The text of a kernel: the body of a function whose parameters are listed in `KERNEL_ARGUMENTS` and which
 * returns the functions of `GeneratedKernel`. One statement per equation, its name as comment.
 */
export function generate(ir: Ir, outputs: readonly string[], chunk = CHUNK): string {
  const dt = 1 / ir.clock.stepsPerUnit;
  const p = plan(ir, outputs);
  const outside = new Set<number>();
  const later = [
    ...ir.held.flatMap((h) => (h.kind === "delay" ? [h.input] : [])),
    ...[...p.push, ...p.report].map((i) => ir.auxiliaries[i]!.expr),
  ];
  for (const name of outputs) {
    const v = findVariable(ir, name);
    if (v.of === "aux") outside.add(v.index);
  }
  const chunks = split(stageItems(ir, p), chunk);
  const home = new Map<number, number>();
  chunks.forEach((items, c) => {
    for (const item of items) if (item.of === "aux") home.set(item.index, c);
  });
  // An auxiliary lives in a local constant; it is stored only where someone outside its chunk reads it, or a sum.
  const readBy = (e: IrExpr, from: number) =>
    walkIr(e, (x) => {
      if (x.op === "aux" && home.get(x.index) !== from) outside.add(x.index);
      if (x.op === "sumproduct") for (const i of auxRead(x, ir.vectors)) outside.add(i);
    });
  chunks.forEach((items, c) => {
    for (const item of items) readBy(itemExpr(ir, item), c);
  });
  for (const e of later) readBy(e, -1);

  const lines: string[] = [
    `// ${comment(ir.model)}: ${ir.method}, ${ir.clock.stepsPerUnit} steps a time unit`,
    "",
  ];
  const plain = (name: string, list: readonly number[]) => {
    const parts = split(
      list.map((index): Item => ({ of: "aux", index })),
      chunk,
    );
    parts.forEach((items, n) => {
      const body = new Body(dt);
      for (const { index } of items)
        body.add(`a[${index}] = ${body.emit(ir.auxiliaries[index]!.expr)};`, auxName(ir, index));
      lines.push(...body.function(`${name}${n}`));
    });
    lines.push(...caller(name, parts.length));
  };
  plain("constants", p.run);
  plain("atStep", p.step);
  plain("clock", p.clock);
  plain("moment", p.moment);
  chunks.forEach((items, c) => {
    const body = new Body(dt, (i) => (home.get(i) === c ? `a${i}` : `a[${i}]`));
    for (const item of items) {
      const text = body.emit(itemExpr(ir, item));
      if (item.of === "stock")
        body.add(`d[${item.index}] = ${text};`, `change of ${comment(ir.stocks[item.index]!.name)}`);
      else {
        body.add(`const a${item.index} = ${text};`, auxName(ir, item.index));
        if (outside.has(item.index)) body.add(`a[${item.index}] = a${item.index};`);
      }
    }
    lines.push(...body.function(`stage${c}`));
  });
  lines.push(...caller("stage", chunks.length));
  plain("pushed", p.push);
  plain("report", p.report);
  lines.push(...startFunction(ir, dt), ...rulesFunction(ir, dt), ...pushFunction(ir, dt));
  lines.push("return { constants, atStep, clock, moment, stage, push, report, start, samples, rules };");
  return lines.join("\n");
}

/** Derivatives stand right after the last auxiliary they read, so that it is still in a register. */
function stageItems(ir: Ir, p: Plan): readonly Item[] {
  const place = new Map(p.stage.map((index, n) => [index, n]));
  const after: Item[][] = [...p.stage, -1].map(() => []);
  ir.stocks.forEach((s, index) => {
    let last = -1;
    walkReads(s.derivative, ir.vectors, (e) => {
      if (e.op !== "aux") return;
      const at = place.get(e.index) ?? -1;
      if (at > last) last = at;
    });
    after[last + 1]!.push({ of: "stock", index });
  });
  return [...after[0]!, ...p.stage.flatMap((index, n): Item[] => [{ of: "aux", index }, ...after[n + 1]!])];
}

function itemExpr(ir: Ir, item: Item): IrExpr {
  return item.of === "aux" ? ir.auxiliaries[item.index]!.expr : ir.stocks[item.index]!.derivative;
}

function split<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

function caller(name: string, parts: number): string[] {
  const calls = Array.from({ length: parts }, (_, n) => `  ${name}${n}();`);
  return [`function ${name}() {`, ...calls, "}", ""];
}

const comment = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, " ");
const auxName = (ir: Ir, index: number) => comment(ir.auxiliaries[index]!.name);

/** Collects the statements of one generated function. */
class Body {
  readonly emit: (e: IrExpr) => string;
  readonly #temporaries: () => number;
  readonly #lines: string[] = [];

  constructor(dt: number, aux: (i: number) => string = (i) => `a[${i}]`) {
    const emitter = createEmitter(aux, dt);
    this.emit = emitter.emit;
    this.#temporaries = emitter.temporaries;
  }

  add(statement: string, name?: string): void {
    this.#lines.push(name === undefined ? `  ${statement}` : `  ${statement} // ${name}`);
  }

  function(name: string, parameters = ""): string[] {
    const head = ["  const t = w[0], s = w[1];"];
    const temporaries = Array.from({ length: this.#temporaries() }, (_, n) => `v${n} = 0`);
    if (temporaries.length > 0) head.push(`  let ${temporaries.join(", ")};`);
    return [`function ${name}(${parameters}) {`, ...head, ...this.#lines, "}", ""];
  }
}

/** Emits the auxiliaries that `roots` need and that are not in `valid` yet, in order. */
function emitNeeded(ir: Ir, body: Body, roots: readonly IrExpr[], valid: Set<number>): void {
  const needed = [...reads(ir, roots).aux].filter((i) => !valid.has(i)).sort((a, b) => a - b);
  for (const i of needed) {
    body.add(`a[${i}] = ${body.emit(ir.auxiliaries[i]!.expr)};`, auxName(ir, i));
    valid.add(i);
  }
}

function runRate(ir: Ir): Set<number> {
  return new Set(rates(ir).flatMap((r, i) => (r === "run" ? [i] : [])));
}

/** Starts of stocks and held variables, in the model's order; auxiliaries are computed where first needed. */
function startFunction(ir: Ir, dt: number): string[] {
  const body = new Body(dt);
  const valid = runRate(ir);
  for (const { of, index } of ir.initialOrder) {
    if (of === "aux") continue;
    const h = ir.held[index];
    const expr = of === "stock" ? ir.stocks[index]!.initial : h!.kind === "sample" ? h!.input : h!.initial;
    emitNeeded(ir, body, [expr], valid);
    const name = comment((of === "stock" ? ir.stocks[index]! : h!).name);
    body.add(`${of === "stock" ? "y" : "h"}[${index}] = ${body.emit(expr)};`, `start of ${name}`);
  }
  ir.held.forEach((h, index) => {
    const expr = h.kind === "delay" ? h.duration : h.kind === "sample" ? h.at : undefined;
    if (expr === undefined) return;
    emitNeeded(ir, body, [expr], valid);
    body.add(`held.${h.kind === "delay" ? "ring" : "mark"}(${index}, ${body.emit(expr)});`, comment(h.name));
  });
  return body.function("start");
}

/**
 * Samples (every step) and rules (month ends), one after the other in order of declaration: each reads
 * the values at the end of the step, in which earlier ones have already changed.
 */
function rulesFunction(ir: Ir, dt: number): string[] {
  const constant = runRate(ir);
  const make = (kind: "sample" | "rule") => {
    const body = new Body(dt);
    let valid = new Set(constant);
    ir.held.forEach((h, index) => {
      if (h.kind !== kind) return;
      const parts =
        h.kind === "sample"
          ? [h.input, h.at]
          : h.kind === "rule"
            ? [h.from, h.when, h.by, h.upTo, h.every, h.until, h.initial]
            : [];
      emitNeeded(ir, body, parts, valid);
      body.add(`held.${kind}(${[`${index}`, "k", ...parts.map(body.emit)].join(", ")});`, comment(h.name));
      // What reads this variable, directly or not, must be computed again for the next one.
      valid = new Set([...valid].filter((i) => !reads(ir, [ir.auxiliaries[i]!.expr]).held.has(index)));
    });
    return body;
  };
  return [...make("sample").function("samples", "k"), ...make("rule").function("rules", "k")];
}

function pushFunction(ir: Ir, dt: number): string[] {
  const body = new Body(dt);
  body.add("pushed();");
  ir.held.forEach((h, index) => {
    if (h.kind === "delay") body.add(`held.push(${index}, k, ${body.emit(h.input)});`, comment(h.name));
  });
  return body.function("push", "k");
}
