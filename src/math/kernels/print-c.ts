import { EXP_BITS, EXP_ROWS, LOG_BITS, LOG_ORIGIN_HIGH, LOG_ROWS } from "./constants.ts";
import { type Kernel, type Node, needed } from "./graph.ts";
import { KERNEL_TABLES, LOG_TABLE } from "./table-image.ts";

const INFIX: Partial<Record<Node["op"], string>> = {
  ...{ add: "+", sub: "-", mul: "*", div: "/" },
  ...{ lt: "<", le: "<=", gt: ">", ge: ">=", eq: "==", ne: "!=", and: "&", or: "|", xor: "^" },
};
const EXPONENT_BITS = "0xfff0000000000000ULL";
const EXPONENT_SHIFT = `0x${((0x80000000n - BigInt(LOG_ORIGIN_HIGH)) << 32n).toString(16)}ULL`;

/** Table and helpers for `kernelC`; once in a file, before it. Build with -ffp-contract=off. */
export function kernelsHeadC(): string {
  const words = [...new BigUint64Array(KERNEL_TABLES.buffer)].map((bits) => `0x${bits.toString(16)}ULL`);
  const lines = Array.from(
    { length: words.length / 4 },
    (_, i) => `  ${words.slice(4 * i, 4 * i + 4).join(", ")},`,
  );
  return `#include <math.h>
#include <string.h>
#include <immintrin.h>
typedef unsigned long long kernel_bits;
static const union { kernel_bits u[${words.length}]; double d[${words.length}]; } KERNEL_TABLE __attribute__((aligned(64))) = { {
${lines.join("\n")}
} };
static inline kernel_bits kernel_to_bits(double x) { kernel_bits b; memcpy(&b, &x, 8); return b; }
static inline double kernel_of_bits(kernel_bits b) { double x; memcpy(&x, &b, 8); return x; }
`;
}

/**
 * A kernel as C: for one lane \`static inline double <name>(double ...)\`, for more a function of GCC vectors of so many
 * lanes, whose type \`KernelW<lanes>\` and those of its bits and masks it defines where \`types\` is asked for.
 */
export function kernelC(kernel: Kernel, name: string, lanes: number, types = true): string {
  return lanes === 1 ? scalar(kernel, name) : (types ? typesC(lanes) : "") + wide(kernel, name, lanes);
}

function literal(value: number): string {
  if (Number.isNaN(value)) return "NAN";
  if (!Number.isFinite(value)) return value > 0 ? "INFINITY" : "(-INFINITY)";
  const text = Object.is(value, -0)
    ? "-0.0"
    : Number.isInteger(value) && Math.abs(value) < 1e15
      ? `${value}.0`
      : `${value}`;
  return value < 0 ? `(${text})` : text;
}

function nameOf(node: Node): string {
  if (node.op === "input") return "xy"[node.value]!;
  return node.op === "const" ? literal(node.value) : `v${node.id}`;
}

const LOCAL = new Set<Node["op"]>(["input", "const"]);
const SCALAR_TYPE = { number: "double", mask: "int", whole: "kernel_bits", row: "int" } as const;

function scalarText(node: Node): string {
  const [a, b, c] = node.args.map(nameOf) as [string, string, string];
  const infix = INFIX[node.op];
  if (infix) return `${a} ${infix} ${b}`;
  switch (node.op) {
    case "neg":
      return `-${a}`;
    case "abs":
      return `fabs(${a})`;
    case "sqrt":
    case "floor":
      return `${node.op}(${a})`;
    case "not":
      return `!${a}`;
    case "select":
      return `${a} ? ${b} : ${c}`;
    case "highPart":
      return `kernel_of_bits(kernel_to_bits(${a}) & ~0x7ffffffULL)`;
    case "exponent":
      return `kernel_to_bits(${a}) + ${EXPONENT_SHIFT}`;
    case "exponentNumber":
      return `(double)((int)(${a} >> 52) - 2048)`;
    case "mantissa":
      return `kernel_of_bits(kernel_to_bits(${a}) - (${b} & ${EXPONENT_BITS}))`;
    case "logRow":
      return `(int)(${a} >> ${52 - LOG_BITS} & ${LOG_ROWS - 1}) * 4 + ${LOG_TABLE}`;
    case "whole":
      return `kernel_to_bits(${a})`;
    case "expRow":
      return `(int)(${a} & ${EXP_ROWS - 1}) * 2`;
    case "gather":
      return `KERNEL_TABLE.d[${a} + ${node.value}]`;
    case "power":
      return `kernel_of_bits(KERNEL_TABLE.u[${b} + 1] + (${a} << ${52 - EXP_BITS}))`;
    default:
      throw new Error(`no C for ${node.op}`);
  }
}

function statements(outputs: readonly Node[], known: Set<Node>, write: (node: Node) => string): string[] {
  return needed(outputs, known).flatMap((node) => {
    known.add(node);
    return LOCAL.has(node.op) ? [] : [`  ${write(node)}`];
  });
}

const parameters = (kernel: Kernel, type: string) =>
  kernel.inputs.map((_, i) => `${type} ${"xy"[i]}`).join(", ");
const inputs = (kernel: Kernel) => kernel.inputs.map((_, i) => "xy"[i]).join(", ");

function scalar(kernel: Kernel, name: string): string {
  const write = (node: Node) => `const ${SCALAR_TYPE[node.kind]} ${nameOf(node)} = ${scalarText(node)};`;
  const known = new Set<Node>();
  const fast = kernel.ordinary.flatMap((mask) => [
    ...statements([mask], known, write),
    `  if (!${nameOf(mask)}) return ${name}_full(${inputs(kernel)});`,
  ]);
  fast.push(...statements(kernel.core, known, write), `  return ${nameOf(kernel.core[0]!)};`);
  // The cases of the full form, each with what only it needs.
  const slow: string[] = [];
  const done = new Set<Node>();
  let rest = kernel.full[0]!;
  for (; rest.op === "select"; rest = rest.args[2]!) {
    const other = new Set(needed([rest.args[2]!]));
    const shared = needed([rest.args[1]!]).filter((node) => other.has(node));
    slow.push(...statements([rest.args[0]!, ...shared], done, write));
    const own = statements([rest.args[1]!], new Set(done), write);
    slow.push(`  if (${nameOf(rest.args[0]!)}) {`, ...own, `  return ${nameOf(rest.args[1]!)};`, "  }");
  }
  slow.push(...statements([rest], done, write), `  return ${nameOf(rest)};`);
  const doubles = parameters(kernel, "double");
  return [
    `static __attribute__((noinline, unused)) double ${name}_full(${doubles}) {`,
    ...slow,
    "}",
    `static inline __attribute__((unused)) double ${name}(${doubles}) {`,
    ...fast,
    "}",
    "",
  ].join("\n");
}

/** Vector types and their helpers; the test of a mask uses the instruction for it where there is one. */
function typesC(lanes: number): string {
  const size = `__attribute__((vector_size(${8 * lanes}), aligned(${8 * lanes})))`;
  const tests: Record<number, readonly [string, string]> = {
    2: ["__SSE2__", "_mm_movemask_pd((__m128d)m) == 3"],
    4: ["__AVX__", "_mm256_movemask_pd((__m256d)m) == 15"],
    8: ["__AVX512DQ__", "_mm512_movepi64_mask((__m512i)m) == 255"],
  };
  const [macro, test] = tests[lanes] ?? ["KERNEL_NEVER", "0"];
  return `typedef double KernelW${lanes} ${size};
typedef long long KernelN${lanes} ${size};
typedef unsigned long long KernelU${lanes} ${size};
static inline int kernel_all${lanes}(KernelN${lanes} m) {
#ifdef ${macro}
  return ${test};
#else
  for (int i = 0; i < ${lanes}; i++) if (!m[i]) return 0;
  return 1;
#endif
}
`;
}

function wide(kernel: Kernel, name: string, lanes: number): string {
  const [w, n, u] = ["W", "N", "U"].map((letter) => `Kernel${letter}${lanes}`) as [string, string, string];
  const types = { number: w, mask: n, whole: u, row: u };
  const each = (text: (i: number) => string) => Array.from({ length: lanes }, (_, i) => text(i)).join(", ");
  const value = (node: Node) =>
    node.op === "const" ? `((${w}){${each(() => literal(node.value))}})` : nameOf(node);
  const text = (node: Node): string => {
    const [a, b, c] = node.args.map(value) as [string, string, string];
    const infix = INFIX[node.op];
    if (infix) return `${a} ${infix} ${b}`;
    switch (node.op) {
      case "neg":
        return `-${a}`;
      case "abs":
        return `(${w})((${u})${a} & 0x7fffffffffffffffULL)`;
      case "sqrt":
      case "floor":
        return `(${w}){${each((i) => `${node.op}(${a}[${i}])`)}}`;
      case "not":
        return `~${a}`;
      case "select":
        return `(${w})((${a} & (${n})${b}) | (~${a} & (${n})${c}))`;
      case "highPart":
        return `(${w})((${u})${a} & ~0x7ffffffULL)`;
      case "exponent":
        return `(${u})${a} + ${EXPONENT_SHIFT}`;
      case "exponentNumber":
        return `(${w})((${a} >> 52) | 0x4330000000000000ULL) - 4503599627372544.0`;
      case "mantissa":
        return `(${w})((${u})${a} - (${b} & ${EXPONENT_BITS}))`;
      case "logRow":
        return `(${a} >> ${52 - LOG_BITS - 2} & ${(LOG_ROWS - 1) << 2}) + ${LOG_TABLE}`;
      case "whole":
        return `(${u})${a}`;
      case "expRow":
        return `(${a} << 1) & ${(EXP_ROWS - 1) << 1}`;
      case "gather":
        return `(${w}){${each((i) => `KERNEL_TABLE.d[${a}[${i}] + ${node.value}]`)}}`;
      case "power":
        return `(${w})((${u}){${each((i) => `KERNEL_TABLE.u[${b}[${i}] + 1]`)}} + (${a} << ${52 - EXP_BITS}))`;
      default:
        throw new Error(`no C for ${node.op}`);
    }
  };
  const write = (node: Node) => `const ${types[node.kind]} ${nameOf(node)} = ${text(node)};`;
  const vectors = parameters(kernel, w);
  return [
    `static __attribute__((noinline, unused)) ${w} ${name}_full(${vectors}) {`,
    ...(kernel.shared ?? []).flatMap(([mask, value]) => [
      "  {",
      ...statements([mask], new Set(), write),
      `  if (kernel_all${lanes}(${nameOf(mask)})) {`,
      ...statements([value], new Set([mask]), write),
      `  return ${nameOf(value)};`,
      "  }",
      "  }",
    ]),
    ...statements(kernel.full, new Set(), write),
    `  return ${nameOf(kernel.full[0]!)};`,
    "}",
    `static inline __attribute__((unused)) ${w} ${name}(${vectors}) {`,
    ...statements([...kernel.ordinary, ...kernel.core], new Set(), write),
    ...(kernel.ordinary.length === 0
      ? []
      : [
          `  if (!kernel_all${lanes}(${kernel.ordinary.map(nameOf).join(" & ")})) return ${name}_full(${inputs(kernel)});`,
        ]),
    `  return ${nameOf(kernel.core[0]!)};`,
    "}",
    "",
  ].join("\n");
}
