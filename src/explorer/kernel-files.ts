import { type KernelLayout, type WasmKernel, wasmBytes } from "../engine/index.ts";
import type { Ir } from "../model/ir.ts";

/** Names of a kernel's two files beside a release's `ir.json`. */
export const KERNEL_FILES = { bytes: "kernel.wasm", layout: "layout.json" } as const;

/**
 * The fast kernel of a model for the named outputs (those of `facts.json`, in its order) as files, so that a page starts it
 * without the compiler. Throws a DiagnosticError for an unknown name.
 */
export function kernelFiles(
  ir: Ir,
  outputs: readonly string[],
): { readonly "kernel.wasm": Uint8Array<ArrayBuffer>; readonly "layout.json": string } {
  const { bytes, layout } = wasmBytes(ir, outputs);
  return { [KERNEL_FILES.bytes]: bytes, [KERNEL_FILES.layout]: `${JSON.stringify(layout)}\n` };
}

/** The kernel of two such files. */
export function kernelOfFiles(bytes: Uint8Array<ArrayBuffer>, layout: string): WasmKernel {
  return { bytes, layout: JSON.parse(layout) as KernelLayout };
}
