const bits = (values) => new BigInt64Array(values.buffer, values.byteOffset, values.length);

/**
 * How the outputs of two competitors compare: whether every bit is the same (NaN equals NaN) and the largest difference, relative to
 * the largest size of that output in that run, so that a value near zero is not compared with itself.
 */
export function compareOutputs(expected, got, saves) {
  if (expected.length !== got.length)
    return { same: false, worst: Number.POSITIVE_INFINITY, values: got.length };
  const [a, b] = [bits(expected), bits(got)];
  let same = true;
  let worst = 0;
  for (let from = 0; from < expected.length; from += saves) {
    let size = 0;
    let gap = 0;
    for (let i = from; i < from + saves; i++) {
      const [x, y] = [expected[i], got[i]];
      if (a[i] === b[i] || (Number.isNaN(x) && Number.isNaN(y))) {
        size = Math.max(size, Math.abs(x) || 0);
        continue;
      }
      same = false;
      size = Math.max(size, Math.abs(x));
      gap = Math.max(gap, Math.abs(x - y));
      if (Number.isNaN(x) || Number.isNaN(y)) gap = Number.POSITIVE_INFINITY;
    }
    if (gap > 0) worst = Math.max(worst, size > 0 ? gap / size : Number.POSITIVE_INFINITY);
  }
  return { same, worst, values: got.length };
}
