import type { Unit } from "./unit.ts";

const PLURAL: Readonly<Record<string, string>> = { person: "people" };

function powerText(name: string, power: number): string {
  if (power === 1) return name;
  return `${name}^${Number.isInteger(power) ? power : Number(power.toFixed(3))}`;
}

/**
 * The dimensions of a unit in one canonical form: numerators in alphabetical order joined by `*`, then one `/` per
 * denominator; `1` when pure. A person above the line reads `people`. The factor is not shown.
 */
export function formatUnit(unit: Unit): string {
  const names = Object.keys(unit.dims).sort();
  const above: string[] = [];
  const below: string[] = [];
  for (const name of names) {
    const power = unit.dims[name] ?? 0;
    if (power > 0) above.push(powerText(power === 1 ? (PLURAL[name] ?? name) : name, power));
    else below.push(powerText(name, -power));
  }
  if (above.length === 0 && below.length === 0) return "1";
  const head = above.length === 0 ? "1" : above.join("*");
  return below.length === 0 ? head : `${head}/${below.join("/")}`;
}
