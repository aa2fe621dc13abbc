import type { Ir } from "../../model/ir.ts";
import type { BatchKernel } from "../batch.ts";
import { instantiateWasm } from "./instantiate-wasm.ts";
import { wasmBytes } from "./wasm-bytes.ts";

/**
 * Compiles the part of `ir` that the named outputs need (stocks, auxiliaries, held variables, parameters or levers,
 * by canonical name) to WebAssembly. Throws a DiagnosticError for an unknown name.
 */
export function compileWasm(ir: Ir, outputs: readonly string[]): BatchKernel {
  return instantiateWasm(wasmBytes(ir, outputs));
}
