import { compileBatch } from "../engine/index.ts";
import { handedKernel, type KernelOf } from "./kernel-of.ts";

/** The kernel that was handed in, or one that is compiled here. Throws a DiagnosticError for an unknown output. */
export const ensembleKernel: KernelOf = (shared) =>
  shared.kernel === undefined ? compileBatch(shared.ir, shared.outputs) : handedKernel(shared);
