import type { Collected, Placed } from "./definitions.ts";
import type { Ir } from "./ir.ts";
import { linkSign, type Sign } from "./link-sign.ts";
import type { Loop, Variable } from "./model.ts";
import { definitionExpressions } from "./variables.ts";
import { namesRead } from "./walk.ts";

/** Loops listed at most, and steps of search at most: enough for a chapter, bounded for any model. */
const MOST = 50;
const WORK = 200_000;
const LONGEST = 24;

/**
 * Feedback loops through the model's public names, shortest first, at most 50. A link's sign is that of the change it
 * causes, taking quantities as non-negative; "?" where the structure does not tell.
 */
export function findLoops(
  variables: ReadonlyMap<string, Variable>,
  definitions: Collected["definitions"],
  rules: ReadonlyMap<string, Placed<"rule">>,
  ir: Ir,
): readonly Loop[] {
  const names = [...variables.keys()];
  const index = new Map(names.map((name, i) => [name, i] as const));
  const reads = names.map((name): readonly number[] => {
    const { statement } = definitions.get(name)!;
    const found = new Set<string>();
    for (const e of definitionExpressions(statement, rules.get(name)?.statement).running) namesRead(e, found);
    return [...found].flatMap((other) => index.get(other) ?? []);
  });
  const readBy: number[][] = names.map(() => []);
  reads.forEach((list, reader) => {
    for (const read of list) readBy[read]!.push(reader);
  });

  const loops: Loop[] = [];
  let work = 0;
  for (let length = 1; length <= LONGEST && loops.length < MOST && work < WORK; length++) {
    for (let start = 0; start < names.length && loops.length < MOST && work < WORK; start++) {
      const back = distances(reads, start, length);
      const path = [start];
      const used = new Set(path);
      const extend = (): void => {
        work += 1;
        if (loops.length >= MOST || work >= WORK) return;
        const last = path.at(-1)!;
        if (path.length === length) {
          if (readBy[last]!.includes(start)) loops.push(makeLoop(path.map((i) => names[i]!)));
          return;
        }
        for (const next of readBy[last]!) {
          if (next <= start || used.has(next)) continue;
          if ((back.get(next) ?? Number.POSITIVE_INFINITY) > length - path.length) continue;
          path.push(next);
          used.add(next);
          extend();
          used.delete(next);
          path.pop();
        }
      };
      if (back.has(start) || readBy[start]!.some((next) => back.has(next))) extend();
    }
  }
  return loops;

  function makeLoop(path: readonly string[]): Loop {
    let sign: Sign = "+";
    for (const [i, name] of path.entries()) {
      const reader = definitions.get(path[(i + 1) % path.length]!)!;
      const link = linkSign(reader.statement, name, (other) => valueSign(variables, ir, other));
      if (link === "?" || sign === "?") sign = "?";
      else if (link === "-") sign = sign === "+" ? "-" : "+";
    }
    return { names: path, sign };
  }
}

/** Links from each node on to `start`, through nodes after it only, up to `limit`. */
function distances(reads: readonly (readonly number[])[], start: number, limit: number): Map<number, number> {
  const found = new Map<number, number>();
  let edge = reads[start]!.filter((i) => i >= start);
  for (let d = 1; d <= limit && edge.length > 0; d++) {
    const next: number[] = [];
    for (const node of edge) {
      if (found.has(node)) continue;
      found.set(node, d);
      next.push(...reads[node]!.filter((i) => i >= start));
    }
    edge = next;
  }
  return found;
}

/** Sign of a quantity: a parameter's own, otherwise taken as positive. */
function valueSign(variables: ReadonlyMap<string, Variable>, ir: Ir, name: string): Sign {
  const variable = variables.get(name);
  if (variable?.place.of !== "param") return "+";
  const value = ir.parameters[variable.place.index]?.value ?? 0;
  return value < 0 ? "-" : "+";
}
