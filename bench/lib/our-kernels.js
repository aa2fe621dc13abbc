/**
 * C of our own kernels for vectors of `lanes` doubles: w_exp(W) ... w_pow(W, W), and o_exp(double) ... for one value. Undefined
 * when the package has no printer of them.
 */
export function ourKernels(_dist, _lanes) {
  return undefined;
}
