import { EXP_BITS, EXP_ROWS, LOG_BITS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import { type Kernel, type Node, needed } from "./graph.ts";

const INFIX: Partial<Record<Node["op"], string>> = {
  ...{ add: "+", sub: "-", mul: "*", div: "/" },
  ...{ lt: "<", le: "<=", gt: ">", ge: ">=", eq: "===", ne: "!==", and: "&&", or: "||", xor: "!==" },
};
/** Moves the high word of a positive double so that its top 12 bits are the exponent k + 2048. */
export const EXPONENT_SHIFT = (0x80000000 - LOG_ORIGIN_HIGH) | 0;
const LOG_SHIFT = 20 - LOG_BITS;
const EXP_SHIFT = EXP_BITS;

/** `whole` takes the number where others take the bits. */
const reads = (node: Node) => (node.op === "whole" ? node.args.slice(1) : node.args);

/** A number literal that reads back as the same double. */
function literal(value: number): string {
  if (Number.isNaN(value)) return "Number.NaN";
  if (value === Number.POSITIVE_INFINITY) return "Number.POSITIVE_INFINITY";
  if (value === Number.NEGATIVE_INFINITY) return "Number.NEGATIVE_INFINITY";
  return Object.is(value, -0) || value < 0 ? `(${Object.is(value, -0) ? "-0" : value})` : `${value}`;
}

/** Statements of one function; a scope knows which values and words are already there. */
class Scope {
  readonly lines: string[] = [];
  readonly known: Set<Node>;
  readonly #words: Map<Node, string>;
  readonly #indent: string;
  readonly #wordsOf: ReadonlyMap<Node, ReadonlySet<"h" | "l">>;

  constructor(all: ReadonlyMap<Node, ReadonlySet<"h" | "l">>, indent = "  ", outer?: Scope) {
    this.#wordsOf = all;
    this.#indent = indent;
    this.known = new Set(outer?.known);
    this.#words = new Map(outer ? outer.#words : []);
  }

  inner(): Scope {
    return new Scope(this.#wordsOf, `${this.#indent}  `, this);
  }

  line(text: string): void {
    this.lines.push(this.#indent + text);
  }

  /** Writes the values that `outputs` need and that are not there. */
  need(outputs: readonly Node[]): void {
    for (const node of needed(outputs, this.known, reads)) {
      this.known.add(node);
      if (node.op === "input" || node.op === "const") continue;
      this.line(`const ${this.name(node)} = ${this.#text(node)};`);
    }
  }

  name(node: Node): string {
    if (node.op === "input") return "xy"[node.value]!;
    if (node.op === "const") return literal(node.value);
    return `${{ number: "v", mask: "m", whole: "w", row: "i" }[node.kind]}${node.id}`;
  }

  /** The number by which the words of a value are named; reads them where it is asked for first. */
  #word(node: Node): string {
    const there = this.#words.get(node);
    if (there !== undefined) return there;
    const name = node.op === "input" ? this.name(node) : `${node.id}`;
    this.#words.set(node, name);
    this.line(`bits[0] = ${this.name(node)};`);
    for (const half of this.#wordsOf.get(node)!)
      this.line(`const ${half}${name} = halves[${half === "h" ? "high" : "low"}]!;`);
    return name;
  }

  #text(node: Node): string {
    const [a, b, c] = node.args.map((arg) => this.name(arg)) as [string, string, string];
    const infix = INFIX[node.op];
    if (infix) return `${a} ${infix} ${b}`;
    switch (node.op) {
      case "neg":
        return `-${a}`;
      case "abs":
      case "sqrt":
      case "floor":
        return `Math.${node.op}(${a})`;
      case "not":
        return `!${a}`;
      case "select":
        return `${a} ? ${b} : ${c}`;
      case "highPart": {
        const word = this.#word(node.args[0]!);
        const rest = `(l${word} & 0x7ffffff) * lastBits[(h${word} >>> 20) & 2047]!`;
        return `h${word} < 0 ? ${a} + ${rest} : ${a} - ${rest}`;
      }
      case "exponent":
        return `(h${this.#word(node.args[0]!)} + ${EXPONENT_SHIFT}) | 0`;
      case "exponentNumber":
        return `(${a} >>> 20) - 2048`;
      case "mantissa":
        return `-${a} * powers[2048 - (${b} >>> 20) - lowest]!`;
      case "logRow":
        return `(${a} >>> ${LOG_SHIFT}) & ${LOG_ROWS - 1}`;
      case "whole":
        return `${b} | 0`;
      case "expRow":
        return `${a} & ${EXP_ROWS - 1}`;
      case "gather":
        return `${node.args[0]!.op}${node.value}[${a}]!`;
      case "power":
        return `expRow1[${b}]! * powers[(${a} >> ${EXP_SHIFT}) - lowest]!`;
      default:
        throw new Error(`no text for ${node.op}`);
    }
  }

  /** Writes the cases of a chain of selections one after the other, each with what only it needs. */
  result(node: Node): void {
    if (node.op !== "select") {
      this.need([node]);
      this.line(`io[2] = ${this.name(node)};`);
      return;
    }
    const [mask, yes, no] = node.args as [Node, Node, Node];
    const read = (one: Node) => needed([one], new Set(), reads);
    const other = new Set(read(no));
    this.need([mask, ...read(yes).filter((one) => other.has(one) && one.op !== "const")]);
    const inside = this.inner();
    inside.result(yes);
    this.line(`if (${this.name(mask)}) {`);
    this.lines.push(...inside.lines);
    this.line("  return;");
    this.line("}");
    this.result(no);
  }
}

/** Which words of which values the nodes read. */
function wordsRead(outputs: readonly Node[]): Map<Node, Set<"h" | "l">> {
  const words = new Map<Node, Set<"h" | "l">>();
  for (const node of needed(outputs)) {
    const halves = { exponent: "h", highPart: "hl" }[node.op as string] ?? "";
    for (const half of halves) {
      const arg = node.args[0]!;
      words.set(arg, (words.get(arg) ?? new Set()).add(half as "h" | "l"));
    }
  }
  return words;
}

/** The TypeScript of a kernel: `<name>Cell` and `<name>`; `doc` is the comment of the latter. */
export function kernelText(kernel: Kernel, doc: string): string {
  const { name, inputs, ordinary, core, full } = kernel;
  const arguments_ = inputs.map((_, i) => `  const ${"xy"[i]} = io[${i}]!;`);
  const fast = new Scope(wordsRead([...ordinary, ...core]));
  for (const mask of ordinary) {
    fast.need([mask]);
    fast.line(`if (!${fast.name(mask)}) return special();`);
  }
  fast.need(core);
  fast.line(`io[2] = ${fast.name(core[0]!)};`);
  const slow = new Scope(wordsRead(full));
  slow.result(full[0]!);
  const body = [...fast.lines, ...(ordinary.length === 0 ? [] : slow.lines)].join("\n");
  const uses = (word: string) => new RegExp(`\\b${word}\\b`).test(body);
  const imports: string[] = [];
  const constants: string[] = ["const io = cell;"];
  if (uses("bits")) {
    imports.push(`import { double, HIGH, ${uses("low") ? "LOW, " : ""}word } from "./bits.ts";`);
    constants.push("const bits = double;", "const halves = word;", "const high = HIGH;");
    if (uses("low")) constants.push("const low = LOW;");
  }
  imports.push(`import { cell } from "./cell.ts";`);
  const tables = ["EXP_COLUMN", "LAST_BITS", "LOG_COLUMN"].filter((table) =>
    uses({ EXP_COLUMN: "expRow\\d", LAST_BITS: "lastBits", LOG_COLUMN: "logRow\\d" }[table]!),
  );
  if (tables.length > 0) imports.push(`import { ${tables.join(", ")} } from "./kernels/columns.ts";`);
  if (tables.includes("EXP_COLUMN")) constants.push("const [expRow0, expRow1] = EXP_COLUMN;");
  if (tables.includes("LOG_COLUMN")) constants.push("const [logRow0, logRow1, logRow2] = LOG_COLUMN;");
  if (tables.includes("LAST_BITS")) constants.push("const lastBits = LAST_BITS;");
  if (uses("powers")) {
    imports.push(`import { LOWEST_POWER, POWERS_OF_TWO } from "./scale.ts";`);
    constants.push("const powers = POWERS_OF_TWO;", "const lowest = LOWEST_POWER;");
  }
  const parameters = inputs.map((_, i) => `${"xy"[i]}: number`).join(", ");
  const sets = inputs.map((_, i) => `  io[${i}] = ${"xy"[i]};`);
  return [
    "// biome-ignore-all format: written by `npm run kernels` from src/math/kernels/; do not edit.",
    "// biome-ignore-all lint: as above.",
    ...imports,
    "",
    "// Constants of this module: V8 folds their addresses into the code, which it does not do for imports.",
    ...constants,
    "",
    `/** cell[2] = ${name} of cell[0]${inputs.length > 1 ? " and cell[1]" : ""}; see \`${name}\`. */`,
    `export function ${name}Cell(): void {`,
    ...arguments_,
    ...fast.lines,
    "}",
    "",
    ...(ordinary.length === 0
      ? []
      : [
          "/** All arguments that the straight line is not for. */",
          "function special(): void {",
          ...arguments_,
          ...slow.lines,
          "}",
          "",
        ]),
    doc,
    `export function ${name}(${parameters}): number {`,
    ...sets,
    `  ${name}Cell();`,
    "  return io[2]!;",
    "}",
    "",
  ].join("\n");
}
