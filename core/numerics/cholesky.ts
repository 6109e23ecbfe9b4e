/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the arrays' own lengths */

/**
 * Replaces the lower triangle of a symmetric matrix (rows of `size`) by its Cholesky factor, in place.
 *
 * @returns false where the matrix is not positive definite to rounding; the triangle is then half done
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const diagonal = matrix[row + i]!;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!;
      if (j < i) matrix[row + j] = sum / matrix[other + j]!;
      else if (sum > 1e-14 * Math.abs(diagonal)) matrix[row + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Solves L z = v in place. */
export function forward(factor: Float64Array, v: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    let sum = v[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * v[k]!;
    v[i] = sum / factor[i * size + i]!;
  }
}

/** Solves L Lᵀ x = v in place. */
export function solveInPlace(factor: Float64Array, v: Float64Array, size: number): void {
  forward(factor, v, size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = v[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * v[k]!;
    v[i] = sum / factor[i * size + i]!;
  }
}
