import type { Builder } from "./builder.ts";
import type { Ir } from "./ir.ts";
import { isConstant, orderIr } from "./order.ts";

/** Loops reported at most, so that one mistake does not fill the screen. */
const MOST = 5;

/**
 * Puts the draft in order and closes the IR. Errors: `cycle` (a loop of equations without a stock, named
 * `a → b → a`), `start-cycle` (the same among starting values), `delay-duration-varies`.
 */
export function finishIr(
  b: Builder,
  method: Ir["method"],
  name: string,
): { readonly ir: Ir; readonly moved: readonly number[] } {
  const owners = new Map<string, string>();
  for (const one of [...b.stocks, ...b.auxiliaries]) owners.set(one.name, one.owner);
  for (const one of b.held) owners.set(one.held.name, one.owner);
  const { cycles, startCycles, moved, ...ordered } = orderIr({
    stocks: b.stocks.map(({ owner: _, ...stock }) => stock),
    auxiliaries: b.auxiliaries.map(({ owner: _, ...aux }) => aux),
    held: b.held.map((one) => one.held),
    ...(b.vectors.length === 0 ? {} : { vectors: b.vectors }),
  });

  const known = [...b.definitions.keys()];
  const seen = new Set<string>();
  const reportCycle = (code: string, cycle: readonly string[]): void => {
    const names = firstFirst(publicNames(cycle.map((n) => owners.get(n) ?? n)), known);
    const key = [...names].sort().join(" ");
    if (seen.has(`${code} ${key}`) || seen.size >= MOST) return;
    seen.add(`${code} ${key}`);
    const statement = b.definitions.get(names[0]!)?.statement;
    const place = statement === undefined ? {} : { span: statement.name.span };
    const data = { loop: [...names, names[0]!].join(" → "), name: names[0]! };
    b.report({ code, severity: "error", ...place, data });
  };
  for (const cycle of cycles) reportCycle("cycle", cycle);
  if (cycles.length === 0) for (const cycle of startCycles) reportCycle("start-cycle", cycle);

  const phases = ordered.auxiliaries.map((aux) => aux.phase);
  for (const [i, { span, owner }] of b.held.entries()) {
    const held = ordered.held[i]!;
    if (held.kind !== "delay" || isConstant(held.duration, phases, ordered.vectors)) continue;
    const place = span === undefined ? {} : { span };
    b.report({ code: "delay-duration-varies", severity: "error", ...place, data: { name: owner } });
  }

  const ir: Ir = {
    version: 1,
    model: name,
    method,
    clock: b.clock,
    parameters: b.parameters,
    levers: b.levers,
    stocks: ordered.stocks,
    auxiliaries: ordered.auxiliaries,
    held: ordered.held,
    tables: b.tables,
    ...(b.noise.length === 0 ? {} : { noise: b.noise }),
    ...(ordered.vectors === undefined ? {} : { vectors: ordered.vectors }),
    initialOrder: ordered.initialOrder,
  };
  return { ir, moved };
}

/** Names on a loop without repeats next to each other (hidden parts carry their owner's name). */
function publicNames(names: readonly string[]): readonly string[] {
  const kept = names.filter((name, i) => name !== names[(i + 1) % names.length]);
  return kept.length === 0 ? names.slice(0, 1) : kept;
}

/** The loop turned so that it starts with the name that the chapters define first. */
function firstFirst(loop: readonly string[], order: readonly string[]): readonly string[] {
  const places = loop.map((name) => order.indexOf(name));
  const first = places.indexOf(Math.min(...places));
  return [...loop.slice(first), ...loop.slice(0, first)];
}
