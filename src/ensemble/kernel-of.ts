import { type BatchKernel, instantiateWasm } from "../engine/index.ts";
import type { EnsembleShared } from "./ensemble-shared.ts";

/** Where the kernel of an ensemble comes from. */
export type KernelOf = (shared: Pick<EnsembleShared, "ir" | "outputs" | "kernel">) => BatchKernel;

/**
 * The kernel that was handed in: nothing of the compiler comes along. Throws a RangeError when there is none, or one
 * for other outputs.
 */
export const handedKernel: KernelOf = ({ outputs, kernel }) => {
  if (kernel === undefined) throw new RangeError("no compiled kernel was handed in");
  const { layout } = kernel;
  if (layout.outputs.length !== outputs.length || layout.outputs.some((name, i) => name !== outputs[i]))
    throw new RangeError("the kernel is for other outputs");
  return instantiateWasm(kernel);
};
