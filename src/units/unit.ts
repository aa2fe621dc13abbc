/**
 * A unit is a product of base dimensions to powers, times a factor that turns a number in this unit into
 * coherent base units (year, kg, person, USD of 2024, and the model's own).
 */
export interface Unit {
  /** Exponents of the base dimensions, without zeros. */
  readonly dims: Readonly<Record<string, number>>;
  readonly factor: number;
}

export const PURE: Unit = { dims: {}, factor: 1 };

/** One base dimension, such as `year`. */
export function baseUnit(name: string): Unit {
  return { dims: { [name]: 1 }, factor: 1 };
}

const TINY = 1e-9;

function combine(a: Unit, b: Unit, sign: 1 | -1): Readonly<Record<string, number>> {
  const dims: Record<string, number> = { ...a.dims };
  for (const [name, power] of Object.entries(b.dims)) {
    const sum = (dims[name] ?? 0) + sign * power;
    if (Math.abs(sum) < TINY) delete dims[name];
    else dims[name] = sum;
  }
  return dims;
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return { dims: combine(a, b, 1), factor: a.factor * b.factor };
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return { dims: combine(a, b, -1), factor: a.factor / b.factor };
}

/** `unit` to a power; the factor is kept exact for whole powers and by repeated square roots for halves. */
export function powerUnit(unit: Unit, power: number): Unit {
  const dims: Record<string, number> = {};
  for (const [name, p] of Object.entries(unit.dims)) {
    if (Math.abs(p * power) >= TINY) dims[name] = p * power;
  }
  return { dims, factor: unit.factor === 1 ? 1 : powerOf(unit.factor, power) };
}

function powerOf(base: number, power: number): number {
  if (power < 0) return 1 / powerOf(base, -power);
  let result = 1;
  for (let left = Math.floor(power + TINY); left > 0; left--) result *= base;
  let rest = power - Math.floor(power + TINY);
  let root = base;
  for (let i = 0; i < 40 && rest > TINY; i++) {
    root = Math.sqrt(root);
    rest *= 2;
    if (rest >= 1 - TINY) {
      result *= root;
      rest -= 1;
    }
  }
  return result;
}

/** Whether two units measure the same thing, whatever their factors. */
export function sameDimensions(a: Unit, b: Unit): boolean {
  return Object.keys(combine(a, b, -1)).length === 0;
}

export function isPure(unit: Unit): boolean {
  return Object.keys(unit.dims).length === 0;
}
