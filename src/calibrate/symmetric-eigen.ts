/** Eigenvalues of a symmetric n x n matrix, and vectors: component i of vector k stands at `vectors[i * n + k]`. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Sum of squares beside the diagonal, relative to that of the matrix, at which it counts as diagonal. */
const SMALL = 1e-20;
const MOST_SWEEPS = 30;

/** Jacobi's method: rotations that make one element after another zero, until nothing is left beside the diagonal. */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  const total = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let beside = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) beside += 2 * a[i * n + j]! * a[i * n + j]!;
    if (beside <= SMALL * total) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** The rotation of axes p and q that makes their element zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const element = a[p * n + q]!;
  if (element === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * element);
  const size = Math.abs(theta) + Math.sqrt(theta * theta + 1);
  const t = (theta < 0 ? -1 : 1) / size;
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  a[p * n + p]! -= t * element;
  a[q * n + q]! += t * element;
  a[p * n + q] = 0;
  a[q * n + p] = 0;
  for (let i = 0; i < n; i++) {
    if (i !== p && i !== q) {
      const x = a[i * n + p]!;
      const y = a[i * n + q]!;
      const left = c * x - s * y;
      const right = s * x + c * y;
      a[i * n + p] = left;
      a[p * n + i] = left;
      a[i * n + q] = right;
      a[q * n + i] = right;
    }
    const x = vectors[i * n + p]!;
    const y = vectors[i * n + q]!;
    vectors[i * n + p] = c * x - s * y;
    vectors[i * n + q] = s * x + c * y;
  }
}
