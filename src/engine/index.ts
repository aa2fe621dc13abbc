export type { BatchKernel, BatchRequest, BatchState, BatchStatus } from "./batch.ts";
export { stepOf, timeOf } from "./clock.ts";
export { type CompileOptions, compileBatch } from "./compile-batch.ts";
export { compileKernel, type Kernel, type RunRequest, type RunStatus } from "./kernel.ts";
export { type BreakPoint, leverTable, type Schedules } from "./lever-table.ts";
export { prune } from "./prune.ts";
export { findVariable, type Variable } from "./variables.ts";
export { instantiateWasm } from "./wasm/instantiate-wasm.ts";
export { type KernelLayout, type WasmKernel, type WasmOptions, wasmBytes } from "./wasm/wasm-bytes.ts";
