/**
 * Arguments and results of the kernels `expCell`, `lnCell` and `powCell`: `cell[0]` (and `cell[1]`) in,
 * `cell[2]` out. Numbers that pass through a typed array are never boxed, which a call of a function too
 * large to be inlined would do; generated code uses this form, everyone else `exp`, `ln` and `pow`.
 */
export const cell = new Float64Array(16);
