// What the optimised C forms are printed from: the pruned IR as one graph in which equal expressions are one node,
// each node with the function that computes it. Written apart from src/engine, so that a fault there shows here.

const ARITY = { param: 0, lever: 0, stock: 0, held: 0, time: 0, steptime: 0, const: 0 };

/** Expressions directly inside one, as src/model/ir-walk.ts has them. */
export function children(e) {
  if ("left" in e) return [e.left, e.right];
  if (e.op === "if") return [e.condition, e.then, e.otherwise];
  return "arg" in e ? [e.arg] : [];
}

/** Vectors that a sum runs over: [vector, first, stride, count] of each operand. */
export function slices(e) {
  return [e.of, ...(e.times ? [e.times] : [])];
}

/** Builds the graph of a pruned IR. `nodes` come before those that read them. Throws for noise, which is not done. */
function graph(ir) {
  const nodes = [];
  const known = new Map();
  const auxNode = [];
  const add = (key, node) => {
    let id = known.get(key);
    if (id === undefined) {
      id = nodes.length;
      known.set(key, id);
      nodes.push({ id, ...node });
    }
    return id;
  };
  const memberNode = (m) => (m.of === "aux" ? auxNode[m.index] : node({ op: m.of, index: m.index }));
  function node(e) {
    if (e.op === "aux") return auxNode[e.index];
    if (e.op === "dt") return node({ op: "const", value: 1 / ir.clock.stepsPerUnit });
    if (e.op === "const")
      return add(`const ${Object.is(e.value, -0) ? "-0" : e.value}`, {
        op: "const",
        value: e.value,
        args: [],
      });
    if (e.op === "noise") throw new Error("the bench's C has no noise");
    if (e.op in ARITY) return add(`${e.op} ${e.index}`, { op: e.op, index: e.index, args: [] });
    if (e.op === "sumproduct") {
      const members = slices(e).map((s) => {
        const v = ir.vectors[s.vector];
        if (!v.members) return undefined;
        return Array.from({ length: e.count }, (_, i) => memberNode(v.members[s.first + i * s.stride]));
      });
      const key = `sumproduct ${e.count} ${slices(e).map((s) => `${s.vector},${s.first},${s.stride}`)}`;
      const args = [...new Set(members.flatMap((m) => m ?? []))];
      return add(key, { op: "sumproduct", count: e.count, slices: slices(e), members, args });
    }
    const args = children(e).map(node);
    const extra =
      e.op === "lookup" ? { table: e.table } : e.op === "pick" ? { first: e.first, count: e.count } : {};
    const key = `${e.op} ${Object.values(extra)} ${args}`;
    return add(key, { op: e.op, ...extra, args });
  }
  for (const aux of ir.auxiliaries) auxNode.push(node(aux.expr));
  return { nodes, node, auxNode };
}

/** What a node depends on, as bits. */
const PARAM = 1;
const STEP = 2;
const CLOCK = 4;
const HELD = 8;
const STOCK = 16;
const LEAF = {
  param: PARAM,
  pick: PARAM,
  lever: STEP,
  steptime: STEP,
  time: CLOCK,
  held: HELD,
  stock: STOCK,
};

/** The function that computes a node with these dependencies. `uniform`: the same for all runs. */
function rateOf(bits) {
  if (bits & STOCK) return "stage";
  if ((bits & (PARAM | HELD)) === 0) return "uniform";
  if (bits === PARAM) return "run";
  if (!(bits & CLOCK)) return "step";
  return bits & (STEP | HELD) ? "moment" : "clock";
}

/** Functions whose stored nodes a function may read. */
const SEES = {
  uniform: [],
  run: ["uniform"],
  start: ["uniform", "run"],
  samples: ["uniform", "run"],
  rules: ["uniform", "run"],
  step: ["uniform", "run"],
  clock: ["uniform", "run"],
  moment: ["uniform", "run", "step", "clock"],
  stage: ["uniform", "run", "step", "clock", "moment"],
  push: ["uniform", "run", "step", "clock", "moment", "stage"],
  report: ["uniform", "run", "step", "clock", "moment", "stage", "push"],
};

/**
 * The program of a pruned IR for the named outputs: nodes with their dependencies, the nodes of each function in order, the
 * nodes that are stored (`slot`), and the roots of each function.
 */
export function programOf(ir, outputs) {
  const { nodes, node, auxNode } = graph(ir);
  const arrays = {
    stock: ir.stocks,
    aux: ir.auxiliaries,
    held: ir.held,
    param: ir.parameters,
    lever: ir.levers,
  };
  const find = (name) => {
    for (const [of, items] of Object.entries(arrays)) {
      const index = items.findIndex((item) => item.name === name);
      if (index >= 0) return of === "aux" ? auxNode[index] : node({ op: of, index });
    }
    throw new Error(`no variable ${name}`);
  };
  const derivatives = ir.stocks.map((s) => node(s.derivative));
  const results = outputs.map(find);
  const held = ir.held.map((h) => {
    const parts = {};
    for (const [key, value] of Object.entries(h)) if (value?.op) parts[key] = node(value);
    return { kind: h.kind, name: h.name, ...parts };
  });
  const starts = ir.initialOrder
    .filter((o) => o.of !== "aux")
    .map((o) => {
      const h = held[o.index];
      const from =
        o.of === "stock" ? node(ir.stocks[o.index].initial) : h.kind === "sample" ? h.input : h.initial;
      return { of: o.of, index: o.index, node: from };
    });
  for (const n of nodes) {
    n.bits = n.args.reduce((bits, a) => bits | nodes[a].bits, LEAF[n.op] ?? 0);
    n.rate = rateOf(n.bits);
    n.leaf = n.op in ARITY;
    n.varies = (n.bits & (PARAM | HELD | STOCK)) !== 0;
  }
  const reach = (roots) => {
    const seen = new Set();
    const go = (id) => {
      if (seen.has(id) || nodes[id].leaf) return;
      seen.add(id);
      nodes[id].args.forEach(go);
    };
    roots.forEach(go);
    return seen;
  };
  const pushes = held.flatMap((h, index) => (h.kind === "delay" ? [{ index, node: h.input }] : []));
  const inStage = reach(derivatives);
  const inPush = reach(pushes.map((p) => p.node));
  const homeOf = (n) =>
    n.rate === "run" || n.rate === "uniform" || inStage.has(n.id)
      ? n.rate
      : inPush.has(n.id)
        ? "push"
        : "report";
  const delays = held.flatMap((h) => (h.kind === "delay" ? [h.duration] : []));
  const samplesAt = held.flatMap((h) => (h.kind === "sample" ? [h.at] : []));
  const partsOf = (kind) =>
    held.flatMap((h) => (h.kind === kind ? Object.values(h).filter((v) => typeof v === "number") : []));
  const roots = {
    report: results,
    push: pushes.map((p) => p.node),
    stage: derivatives,
    rules: partsOf("rule"),
    samples: partsOf("sample"),
    start: [...starts.map((s) => s.node), ...delays, ...samplesAt],
  };
  const functions = {};
  const wanted = new Map();
  const order = [
    "report",
    "push",
    "stage",
    "rules",
    "samples",
    "start",
    "moment",
    "clock",
    "step",
    "run",
    "uniform",
  ];
  for (const name of order) {
    const list = new Set();
    const visit = (id) => {
      const n = nodes[id];
      if (n.leaf || list.has(id)) return;
      const home = homeOf(n);
      if (home !== name && SEES[name].includes(home)) {
        n.stored = true;
        if (!wanted.has(home)) wanted.set(home, []);
        wanted.get(home).push(id);
        return;
      }
      n.args.forEach(visit);
      list.add(id);
    };
    const all = [...(roots[name] ?? []), ...(wanted.get(name) ?? [])];
    all.forEach(visit);
    functions[name] = { roots: roots[name] ?? [], nodes: [...list].sort((a, b) => a - b) };
  }
  let slots = 0;
  let rows = 0;
  for (const n of nodes) if (n.stored) n.slot = n.rate === "uniform" ? rows++ : slots++;
  return { ir, nodes, functions, derivatives, results, starts, held, slots, rows, homeOf, outputs };
}
