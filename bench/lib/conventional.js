import { conventionalExpression, WORDS } from "./conventional-expression.js";
import { children, slices } from "./program.js";

/** Equations in one generated function, as SDEverywhere cuts them. */
const CHUNK = 30;

/**
 * A model as model compilers emit it, one run at a time: one statement per equation in the order of the model, nothing moved or
 * shared between equations. Forms: `globals` (a variable of the file or module each, SDEverywhere's form), `array` (one flat
 * array), `locals` (all in one function). Gives the parts of a program; `language` is "c" or "js".
 */
export function conventionalParts(ir, outputs, language, form) {
  const js = language === "js";
  const words = js ? (form === "globals" ? WORDS.fns : WORDS.js) : WORDS.c;
  const lists = {
    param: ir.parameters,
    lever: ir.levers,
    stock: ir.stocks,
    aux: ir.auxiliaries,
    held: ir.held,
  };
  const kinds = ["param", "lever", "stock", "aux", "held", "slope", "mark", "base", "sum"];
  const sizes = Object.fromEntries(
    kinds.map((k) => [k, (lists[k] ?? (k === "mark" ? ir.held : ir.stocks)).length]),
  );
  const start = {};
  let total = 0;
  for (const k of kinds) {
    start[k] = total;
    total += sizes[k];
  }
  const word = (of, i) => {
    const name = lists[of]?.[i].name ?? (of === "mark" ? ir.held[i].name : ir.stocks[i].name);
    return `_${name.replace(/[^a-z0-9]+/gi, "_").slice(0, 60)}_${of}${i}`;
  };
  const ref = (of, i) => (form === "array" ? `v[${start[of] + i}]` : word(of, i));
  const names = kinds.flatMap((k) => Array.from({ length: sizes[k] }, (_, i) => word(k, i)));

  const rows = new Map();
  const row = (slice, count) => {
    const key = `${slice.vector} ${slice.first} ${slice.stride} ${count}`;
    if (!rows.has(key)) rows.set(key, { name: `row${rows.size}`, slice, count });
    return rows.get(key).name;
  };
  const { value, condition } = conventionalExpression(ir, words, ref, row);
  const gatherable = (slice) => ir.vectors[slice.vector].members !== undefined;

  /** Statements for auxiliaries `list` in order; the members of a sum are gathered before its first reader. */
  function statements(list) {
    const gathered = new Set();
    return list.flatMap((i) => {
      const lines = [];
      const visit = (e) => {
        if (e.op === "sumproduct")
          for (const s of slices(e)) {
            const name = row(s, e.count);
            if (!gatherable(s) || gathered.has(name)) continue;
            gathered.add(name);
            const members = ir.vectors[s.vector].members;
            for (let j = 0; j < e.count; j++) {
              const m = members[s.first + j * s.stride];
              lines.push(`${name}[${j}] = ${ref(m.of, m.index)};`);
            }
          }
        children(e).forEach(visit);
      };
      visit(ir.auxiliaries[i].expr);
      lines.push(`${ref("aux", i)} = ${value(ir.auxiliaries[i].expr)};`);
      return lines;
    });
  }
  const all = ir.auxiliaries.map((_, i) => i);
  const phase = (name) => statements(all.filter((i) => ir.auxiliaries[i].phase === name));
  /** Auxiliaries that expressions need, to any depth, in order. */
  function needed(exprs) {
    const found = new Set();
    const visit = (e) => {
      if (e.op === "aux" && !found.has(e.index)) {
        found.add(e.index);
        visit(ir.auxiliaries[e.index].expr);
      }
      if (e.op === "sumproduct")
        for (const s of slices(e))
          for (let j = 0; j < e.count; j++) {
            const m = ir.vectors[s.vector].members?.[s.first + j * s.stride];
            if (m) visit({ op: m.of, index: m.index });
          }
      children(e).forEach(visit);
    };
    exprs.forEach(visit);
    return [...found].filter((i) => ir.auxiliaries[i].phase !== "constant").sort((a, b) => a - b);
  }
  const levels = () => {
    const done = new Set();
    const lines = [];
    const need = (e) => {
      const list = needed([e]).filter((i) => !done.has(i));
      for (const i of list) done.add(i);
      lines.push(...statements(list));
    };
    for (const { of, index } of ir.initialOrder.filter((o) => o.of !== "aux")) {
      const h = ir.held[index];
      const e = of === "stock" ? ir.stocks[index].initial : h.kind === "sample" ? h.input : h.initial;
      need(e);
      lines.push(`${ref(of, index)} = ${value(e)};`);
    }
    ir.held.forEach((h, i) => {
      if (h.kind === "rule") return;
      const e = h.kind === "delay" ? h.duration : h.at;
      need(e);
      if (h.kind === "delay") lines.push(`ring_start(${i}, ${value(e)}, ${ref("held", i)});`);
      else lines.push(`${ref("mark", i)} = reached(0, ${value(e)}) ? 1.0 : 0.0;`);
    });
    return lines;
  };
  const each = (kind, f) => ir.held.flatMap((h, i) => (h.kind === kind ? f(h, i) : []));
  const samples = each("sample", (h, i) => [
    `if (${ref("mark", i)} ${words.eq} 0) {`,
    ...statements(needed([h.input, h.at])),
    `${ref("held", i)} = ${value(h.input)};`,
    `if (reached(k, ${value(h.at)})) ${ref("mark", i)} = 1.0; }`,
  ]);
  const rules = each("rule", (h, i) => [
    ...statements(needed([h.from, h.when, h.by, h.upTo, h.every, h.until, h.initial])),
    `if (reached(k, ${value(h.from)})) {`,
    `if (${condition(h.until)}) ${ref("held", i)} = ${value(h.initial)};`,
    `else if (${condition(h.when)} && k - ${ref("mark", i)} >= ${value(h.every)} * PER_UNIT - 1e-6) {`,
    `${ref("held", i)} = ${words.call("min")}(${ref("held", i)} + ${value(h.by)}, ${value(h.upTo)}); ${ref("mark", i)} = k; } }`,
  ]);
  const found = (name) => {
    for (const of of ["stock", "aux", "held", "param", "lever"]) {
      const i = lists[of].findIndex((item) => item.name === name);
      if (i >= 0) return ref(of, i);
    }
    throw new Error(`no variable ${name}`);
  };
  const stocks = (f) => ir.stocks.map((_, i) => f(i));
  const parts = {
    constants: [...ir.parameters.map((_, i) => `${ref("param", i)} = P[at + ${i}];`), ...phase("constant")],
    levers: ir.levers.map((_, i) => `${ref("lever", i)} = L[k * LEVERS + ${i}];`),
    levels: levels(),
    advance: each("delay", (_, i) => [`${ref("held", i)} = ring_get(${i}, k);`]),
    samples,
    rules,
    aux: [...phase("dynamic"), ...stocks((i) => `${ref("slope", i)} = ${value(ir.stocks[i].derivative)};`)],
    report: phase("report"),
    push: each("delay", (h, i) => [`ring_put(${i}, k, ${value(h.input)});`]),
  };
  const dt = `${1 / ir.clock.stepsPerUnit}`;
  const integrate = {
    euler: [stocks((i) => `${ref("stock", i)} = ${ref("stock", i)} + ${dt} * ${ref("slope", i)};`)],
    rk4: [
      stocks(
        (i) =>
          `${ref("base", i)} = ${ref("stock", i)}; ${ref("sum", i)} = ${ref("slope", i)}; ${ref("stock", i)} = ${ref("base", i)} + ${dt} / 2 * ${ref("slope", i)};`,
      ),
      stocks(
        (i) =>
          `${ref("sum", i)} = ${ref("sum", i)} + 2 * ${ref("slope", i)}; ${ref("stock", i)} = ${ref("base", i)} + ${dt} / 2 * ${ref("slope", i)};`,
      ),
      stocks(
        (i) =>
          `${ref("sum", i)} = ${ref("sum", i)} + 2 * ${ref("slope", i)}; ${ref("stock", i)} = ${ref("base", i)} + ${dt} * ${ref("slope", i)};`,
      ),
      stocks(
        (i) =>
          `${ref("stock", i)} = ${ref("base", i)} + ${dt} / 6 * (${ref("sum", i)} + ${ref("slope", i)});`,
      ),
    ],
  }[ir.method];
  if (!integrate) throw new Error(`no form for ${ir.method}`);
  const results = outputs.map(found);
  const state = ["stock", "held", "mark"].flatMap((of) =>
    Array.from({ length: sizes[of] }, (_, i) => ref(of, i)),
  );
  const fixed = [...rows.values()].filter((r) => !gatherable(r.slice));
  const moving = [...rows.values()].filter((r) => gatherable(r.slice));
  return { ...parts, integrate, results, state, names, total, fixed, moving, ir, form };
}

/** Values of a fixed row. */
export function rowValues(ir, { slice, count }) {
  const { values } = ir.vectors[slice.vector];
  return Array.from({ length: count }, (_, j) => values[slice.first + j * slice.stride]);
}

/** Cuts statements into functions of at most `size` lines; blocks in braces stay whole. */
export function chunks(lines, size = CHUNK) {
  const parts = [];
  for (let i = 0; i < lines.length; i += size) parts.push(lines.slice(i, i + size));
  return parts;
}
