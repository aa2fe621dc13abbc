import { BUILT_IN_UNITS, PREFIXES } from "./table.ts";
import { divideUnits, multiplyUnits, PURE, powerUnit, type Unit } from "./unit.ts";

/** Why a unit text cannot be read: a name that nobody declared, or a form that is no unit. */
export type UnitProblem =
  | { readonly problem: "unknown-unit"; readonly name: string }
  | { readonly problem: "unit-syntax"; readonly at: string };

export type UnitTable = ReadonlyMap<string, Unit>;

const TOKEN =
  /\s*(?:([*/()^])|(-?\d[\d_,]*(?:\.\d+)?(?:[eE][+-]?\d+)?)|(%)|([\p{L}_'$€][\p{L}\p{N}_'$€.-]*))/uy;

function tokens(text: string): readonly string[] | undefined {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trim();
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (match === null) return undefined;
    found.push(match[0].trim());
  }
  return found;
}

class Problem {
  readonly problem: UnitProblem;
  constructor(problem: UnitProblem) {
    this.problem = problem;
  }
}

const NUMBER = /^-?\d/;
const WORD = /^[\p{L}_'$€%]/u;

/** Words up to the longest known name, after any prefixes; `per` stands for `/` and ends the name. */
function readWords(words: readonly string[], table: UnitTable): Unit {
  let factor = 1;
  let rest = words;
  while (rest.length > 1 && PREFIXES.has(rest[0]!.toLowerCase())) {
    factor *= PREFIXES.get(rest[0]!.toLowerCase())!;
    rest = rest.slice(1);
  }
  const name = rest.join(" ").toLowerCase();
  const unit = table.get(name) ?? BUILT_IN_UNITS.get(name);
  if (unit !== undefined) return { dims: unit.dims, factor: unit.factor * factor };
  const prefix = PREFIXES.get(name);
  if (prefix !== undefined) return { dims: {}, factor: prefix * factor };
  throw new Problem({ problem: "unknown-unit", name: rest.join(" ") });
}

/**
 * Reads a unit text: names with prefixes, numbers, `*`, `/` or `per`, `^` with a whole or decimal power, parentheses.
 * `a/b/c` is a/(b*c). `table` holds the model's own units by name in lower case.
 */
export function parseUnit(text: string, table: UnitTable = new Map()): Unit | UnitProblem {
  const list = tokens(text);
  if (list === undefined || list.length === 0) return { problem: "unit-syntax", at: text.trim() };
  let at = 0;
  const syntax = (): Problem =>
    new Problem({ problem: "unit-syntax", at: list.slice(at).join(" ") || text.trim() });
  const isPer = (token: string | undefined): boolean => token === "/" || token?.toLowerCase() === "per";

  function atom(): Unit {
    const token = list![at];
    if (token === "(") {
      at += 1;
      const inner = product();
      if (list![at] !== ")") throw syntax();
      at += 1;
      return inner;
    }
    if (token !== undefined && NUMBER.test(token)) {
      at += 1;
      const number = Number(token.replace(/[_,]/g, ""));
      if (!Number.isFinite(number) || number <= 0) throw syntax();
      const next = list![at];
      const unit = { dims: {}, factor: number };
      return next !== undefined && WORD.test(next) && !isPer(next) ? multiplyUnits(unit, atom()) : unit;
    }
    const words: string[] = [];
    while (at < list!.length && WORD.test(list![at]!) && !isPer(list![at])) {
      words.push(list![at]!);
      at += 1;
    }
    if (words.length === 0) throw syntax();
    return readWords(words, table);
  }

  function factor(): Unit {
    const unit = atom();
    if (list![at] !== "^") return unit;
    at += 1;
    const token = list![at];
    if (token === undefined || !NUMBER.test(token)) throw syntax();
    at += 1;
    return powerUnit(unit, Number(token));
  }

  function product(): Unit {
    let unit = list![at]?.toLowerCase() === "per" ? PURE : factor();
    while (at < list!.length && list![at] !== ")") {
      const token = list![at];
      if (isPer(token)) {
        at += 1;
        unit = divideUnits(unit, factor());
      } else if (token === "*") {
        at += 1;
        unit = multiplyUnits(unit, factor());
      } else throw syntax();
    }
    return unit;
  }

  try {
    const unit = product();
    if (at < list.length) throw syntax();
    return unit;
  } catch (error) {
    if (error instanceof Problem) return error.problem;
    throw error;
  }
}

export function isUnitProblem(unit: Unit | UnitProblem): unit is UnitProblem {
  return "problem" in unit;
}
