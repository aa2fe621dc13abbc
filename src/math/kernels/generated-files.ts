import { KERNELS, type KernelName } from "./kernels.ts";
import { makeTables } from "./make-tables.ts";
import { kernelText } from "./print-ts.ts";
import { tablesText } from "./tables-text.ts";

const BEYOND = "From there on right for an angle within a unit in the last place of x; from 2^45 on NaN.";

const DOC: Record<KernelName, string> = {
  exp: "/** e^x, error below 0.52 ulp. exp(-Infinity) = 0, overflow gives Infinity, NaN stays NaN. */",
  ln: "/** Natural logarithm, error below 0.52 ulp. ln(0) = -Infinity; a negative number or NaN gives NaN. */",
  pow: `/**
 * x^y, error below 0.54 ulp. x^0 = 1 for every x; a negative x with a fractional y gives NaN;
 * (+-1)^(+-Infinity) = NaN, as in ECMAScript. y = -1, 0.5 and 2 give 1 / x, the square root and x * x.
 */`,
  sin: `/** Sine of an angle in radians, error below 0.8 ulp for |x| < 2^20. ${BEYOND} */`,
  cos: `/** Cosine of an angle in radians, error below 0.8 ulp for |x| < 2^20. ${BEYOND} */`,
  tan: `/** Tangent of an angle in radians, error below 1.1 ulp for |x| < 2^20. ${BEYOND} */`,
  atan: "/** Arc tangent in radians, -pi/2 .. pi/2, error below 0.85 ulp. */",
};

/** The files of src/math/ that are written from the kernels, by path from there. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const names = Object.keys(KERNELS) as KernelName[];
  return {
    "kernels/tables.ts": tablesText(makeTables()),
    ...Object.fromEntries(names.map((name) => [`${name}.ts`, kernelText(KERNELS[name], DOC[name])])),
  };
}
