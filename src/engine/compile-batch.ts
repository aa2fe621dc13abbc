import type { Ir } from "../model/ir.ts";
import type { BatchKernel } from "./batch.ts";
import { referenceBatch } from "./reference-batch.ts";
import { compileWasm } from "./wasm/compile-wasm.ts";

/** How to compile: `wasm` is the fast back end, `reference` the readable one. They give the same bits. */
export interface CompileOptions {
  readonly backEnd?: "wasm" | "reference";
}

/**
 * Compiles the part of `ir` that the named outputs need (stocks, auxiliaries, held variables, parameters or levers,
 * by canonical name) for many runs side by side. Throws a DiagnosticError for an unknown name.
 */
export function compileBatch(
  ir: Ir,
  outputs: readonly string[],
  { backEnd = "wasm" }: CompileOptions = {},
): BatchKernel {
  return backEnd === "wasm" ? compileWasm(ir, outputs) : referenceBatch(ir, outputs);
}
