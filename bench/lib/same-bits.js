// Counts values that two back ends compute differently: every NaN equals every NaN, +0 and -0 differ.

/** Compares what two kernels make of one request: values, differences, failed runs, and runs that ended in another way. */
export function compareRuns(kernels, request, size) {
  const results = kernels.map((kernel) => {
    const out = new Float64Array(size).fill(-12345);
    return { out, status: kernel.run({ ...request(kernel), out }) };
  });
  const [a, b] = results;
  let differences = 0;
  for (let i = 0; i < size; i++) if (!Object.is(a.out[i], b.out[i])) differences++;
  let failed = 0;
  let otherEnds = 0;
  a.status.failedStep.forEach((step, lane) => {
    if (step >= 0) failed++;
    const same =
      step === b.status.failedStep[lane] && a.status.failedVariable[lane] === b.status.failedVariable[lane];
    if (!same) otherEnds++;
  });
  return { values: size, differences, failed, otherEnds, runs: a.status.failedStep.length, results };
}

/** The sum of several comparisons. */
export function addUp(list) {
  const sum = { values: 0, differences: 0, failed: 0, otherEnds: 0, runs: 0 };
  for (const one of list) for (const key of Object.keys(sum)) sum[key] += one[key];
  return sum;
}

/** Strides of a block of results, outputs first, then saves, then lanes. */
export function strides(lanes, saves) {
  return { outputStride: saves * lanes, saveStride: lanes, laneStride: 1 };
}
