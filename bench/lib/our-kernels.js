/** Our names of the functions and those of libm where they differ. */
const HOST = { ln: "log" };

/**
 * C of our own kernels (src/math/kernels, printed by the package): o_exp(double), o_log ... for one value and, for `lanes` > 1,
 * w_exp(W) ... w_pow(W, W) for a vector of so many doubles.
 */
export function ourKernels({ kernelsHeadC, kernelC, KERNELS }, lanes) {
  const kernels = Object.entries(KERNELS);
  const single = kernels.map(([name, kernel]) => kernelC(kernel, `o_${HOST[name] ?? name}`, 1));
  const wide = kernels.map(([name, kernel], i) => kernelC(kernel, `w_${name}`, lanes, i === 0));
  return [kernelsHeadC(), ...single, ...(lanes > 1 ? wide : [])].join("\n");
}
