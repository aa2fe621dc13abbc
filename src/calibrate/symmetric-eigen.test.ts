import { expect, test } from "vitest";
import { stream } from "../base/stream.ts";
import { unbiased } from "./gaussian-reference.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

test("eigenvalues and vectors put a matrix together again", () => {
  const n = 12;
  const random = stream(7, "matrix");
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = random.uniform(i, j) - 0.3;
      matrix[j * n + i] = matrix[i * n + j]!;
    }
  const { values, vectors } = symmetricEigen(matrix, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let whole = 0;
      let inner = 0;
      for (let k = 0; k < n; k++) {
        whole += values[k]! * vectors[i * n + k]! * vectors[j * n + k]!;
        inner += vectors[k * n + i]! * vectors[k * n + j]!;
      }
      expect(whole).toBeCloseTo(matrix[i * n + j]!, 9);
      expect(inner).toBeCloseTo(i === j ? 1 : 0, 12);
    }
});

test("a variance within what chance explains is that of the prior, one beyond it loses its bias", () => {
  expect(unbiased(0.6, 0.1)).toBe(1);
  expect(unbiased(1.6, 0.1)).toBe(1);
  expect(unbiased(0, 2)).toBe(1);
  // Of a true variance l among ones, samples show l (1 + ratio / (l - 1)).
  for (const truth of [0.05, 0.3, 2, 7])
    expect(unbiased(truth * (1 + 0.1 / (truth - 1)), 0.1)).toBeCloseTo(truth, 12);
});
