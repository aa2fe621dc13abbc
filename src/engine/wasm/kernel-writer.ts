import type { Kernel } from "../../math/kernels/graph.ts";
import { KERNELS } from "../../math/kernels/kernels.ts";
import { emitKernel, fullFunction, kernelFunction } from "../../math/kernels/print-wasm.ts";
import type { Functions } from "./functions.ts";
import type { NodeOp } from "./graph.ts";
import type { GroupWriter } from "./write-group.ts";

/** Writes the functions of `math/` into groups, and once each the form that is right for all arguments. */
export class KernelWriter {
  readonly #functions: Functions;
  readonly #tablesAt: number;
  readonly #inLine: ReadonlySet<string>;
  readonly #full = new Map<string, number>();

  /** `tablesAt`: address of `KERNEL_TABLES`. */
  constructor(functions: Functions, tablesAt: number, inLine: readonly string[]) {
    this.#inLine = new Set(inLine);
    this.#functions = functions;
    this.#tablesAt = tablesAt;
  }

  /** Number of the function that searches a table (`Functions.search`). */
  search(): number {
    return this.#functions.search();
  }

  /** The locals with the values of a function of `math/`, one a vector; undefined for any other operation. */
  write(writer: GroupWriter, op: NodeOp, args: readonly number[]): number[] | undefined {
    const kernel = (KERNELS as Partial<Record<NodeOp, Kernel>>)[op];
    if (kernel === undefined) return undefined;
    const values = args.map((arg) => writer.inLocals(arg));
    const vectors = Array.from({ length: writer.vectors }, (_, v) =>
      values.map((locals) => locals[v] ?? locals[0]!),
    );
    const place = {
      code: writer.code,
      pool: writer.pool,
      tablesAt: this.#tablesAt,
      full: this.#fullOf(kernel),
    };
    if (this.#inLine.has(kernel.name)) return [...emitKernel(kernel, place, vectors)];
    const { code } = writer;
    for (const inputs of vectors) for (const local of inputs) code.get(local);
    code.call(this.#sharedOf(kernel, vectors.length));
    const results = vectors.map(() => writer.take());
    for (const local of [...results].reverse()) code.set(local);
    return results;
  }

  #sharedOf(kernel: Kernel, vectors: number): number {
    const key = `${kernel.name} ${vectors}`;
    const known = this.#full.get(key);
    if (known !== undefined) return known;
    const made = this.#functions.add(kernelFunction(kernel, vectors, this.#tablesAt, this.#fullOf(kernel)));
    this.#full.set(key, made);
    return made;
  }

  #fullOf(kernel: Kernel): number {
    const known = this.#full.get(kernel.name);
    if (known !== undefined) return known;
    const made = this.#functions.add(fullFunction(kernel, this.#tablesAt));
    this.#full.set(kernel.name, made);
    return made;
  }
}
