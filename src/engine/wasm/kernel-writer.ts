import type { Functions } from "./functions.ts";
import type { GroupWriter } from "./write-group.ts";

/** Writes the functions of `math/` into groups. */
export class KernelWriter {
  readonly functions: Functions;

  constructor(functions: Functions) {
    this.functions = functions;
  }

  /** Number of the function that searches a table (`Functions.search`). */
  search(): number {
    return this.functions.search();
  }

  /** Leaves the value of a function of one or two numbers in `target`. */
  write(_writer: GroupWriter, op: string, _args: readonly number[], _target: readonly number[]): void {
    throw new RangeError(`no kernel for ${op}`);
  }
}
