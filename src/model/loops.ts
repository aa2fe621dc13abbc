import type { Expr } from "../lang/ast.ts";
import { canonicalName } from "../lang/names.ts";
import { someExpression } from "../lang/walk.ts";
import type { Written } from "./definitions.ts";
import { windowCall } from "./functions.ts";
import type { Ir } from "./ir.ts";
import { linkSign, type Sign } from "./link-sign.ts";
import type { Loop, ModelArray, Variable } from "./model.ts";
import { namesRead } from "./names-read.ts";
import { definitionExpressions, rulesByName } from "./variables.ts";

/** Loops listed at most; the longest are left out. */
const MOST = 400;

/**
 * Feedback loops through the model's public names, shortest first: for every link that lies on a loop, the shortest
 * loop through it (the idea of the shortest independent loops of Oliva 2004, System Dynamics Review 20(4)), so that a
 * large model gets a list that covers its feedback without naming every one of its countless loops. A link's sign is that
 * of the change it causes, taking quantities as non-negative; "?" where the structure does not tell.
 */
export function findLoops(
  variables: ReadonlyMap<string, Variable>,
  { definitions, rules }: Written,
  arrays: ReadonlyMap<string, ModelArray>,
  ir: Ir,
): readonly Loop[] {
  const raised = rulesByName(rules);
  const names = [...definitions.keys()].filter((name) => variables.has(name) || arrays.has(name));
  const index = new Map(names.map((name, i) => [name, i] as const));
  const readBy: number[][] = names.map(() => []);
  names.forEach((name, reader) => {
    const { statement } = definitions.get(name)!;
    const found = new Set<string>();
    for (const e of definitionExpressions(statement, raised.get(name)?.statement).running)
      namesRead(e, found);
    for (const other of found) {
      const read = index.get(other);
      if (read !== undefined) readBy[read]!.push(reader);
    }
  });

  const found = new Map<string, readonly number[]>();
  for (let start = 0; start < names.length; start++) {
    for (const next of readBy[start]!) {
      const path = shortestPath(readBy, next, start);
      if (path === undefined) continue;
      const loop = fromSmallest(path);
      if (loop.some((i) => arrays.has(names[i]!)) && !loop.some(hasMemory)) continue;
      found.set(loop.join(" "), loop);
    }
  }
  const shortest = [...found.values()].sort((a, b) => a.length - b.length || a[0]! - b[0]! || compare(a, b));
  return shortest.slice(0, MOST).map((loop) => makeLoop(loop.map((i) => names[i]!)));

  /** Arrays whose elements read earlier ones are no loop; one holds a stock, or something that remembers. */
  function hasMemory(i: number): boolean {
    const { statement } = definitions.get(names[i]!)!;
    if (statement.kind === "stock" || statement.kind === "held") return true;
    return definitionExpressions(statement, undefined).running.some((e) => someExpression(e, remembers));
  }

  function makeLoop(path: readonly string[]): Loop {
    let sign: Sign = "+";
    for (const [i, name] of path.entries()) {
      const reader = definitions.get(path[(i + 1) % path.length]!)!;
      const link = linkSign(reader.statement, name, (other) =>
        valueSign(variables.get(arrays.get(other)?.elements[0] ?? other), ir),
      );
      if (link === "?" || sign === "?") sign = "?";
      else if (link === "-") sign = sign === "+" ? "-" : "+";
    }
    return { names: path, sign };
  }
}

/** Nodes from `from` to `to`, both included, over the fewest links; undefined where there is no way. */
function shortestPath(links: readonly (readonly number[])[], from: number, to: number): number[] | undefined {
  const before = new Int32Array(links.length).fill(UNSEEN);
  before[from] = ROOT;
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!;
    if (node === to) {
      const path: number[] = [];
      for (let step = node; step !== ROOT; step = before[step]!) path.push(step);
      return path.reverse();
    }
    for (const next of links[node]!) {
      if (before[next] !== UNSEEN) continue;
      before[next] = node;
      queue.push(next);
    }
  }
  return undefined;
}

const UNSEEN = -2;
const ROOT = -1;

/** The loop turned so that it starts with its smallest number. */
function fromSmallest(loop: readonly number[]): readonly number[] {
  const first = loop.indexOf(Math.min(...loop));
  return [...loop.slice(first), ...loop.slice(0, first)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

const MEMORY: ReadonlySet<string> = new Set([
  "smth1",
  "smth3",
  "smthn",
  "delay1",
  "delay3",
  "delayn",
  "delay",
  "previous",
  "trend",
  "forcst",
]);

function remembers(e: Expr): boolean {
  if (e.kind !== "call") return false;
  const fn = canonicalName(e.fn.text);
  return MEMORY.has(fn) || windowCall(fn) !== undefined;
}

/** Sign of a quantity: a parameter's own (of an array, its first), otherwise taken as positive. */
function valueSign(variable: Variable | undefined, ir: Ir): Sign {
  if (variable?.place.of !== "param") return "+";
  const value = ir.parameters[variable.place.index]?.value ?? 0;
  return value < 0 ? "-" : "+";
}
