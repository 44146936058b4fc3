export interface FilledRate {
  readonly filled: Float64Array<ArrayBuffer>;
  /** 1 where a value was missing and has been interpolated */
  readonly isFilled: Uint8Array<ArrayBuffer>;
  readonly count: number;
}

/**
 * Fills the gaps (NaN) of one patient's rate by interpolation of order 2 over the row number, as pandas'
 * `interpolate(method="polynomial", order=2)` does: the interpolating quadratic spline whose inner knots are the
 * midpoints between known rows, all but the outermost two (SciPy's `make_interp_spline(k=2)`; de Boor, A Practical
 * Guide to Splines, ch. XIII). With fewer than three known values the line between them is used; leading and trailing
 * gaps take the nearest known value. Without any known value the result stays NaN.
 */
export function fillGaps(rate: Float64Array): FilledRate {
  const filled = new Float64Array(rate);
  const isFilled = new Uint8Array(rate.length);
  const knownRow = rowsWithValue(rate);
  const known = knownRow.length;
  if (known === 0 || known === rate.length) return { filled, isFilled, count: 0 };

  const firstRow = knownRow[0];
  const lastRow = knownRow[known - 1];
  filled.fill(rate[firstRow], 0, firstRow);
  filled.fill(rate[lastRow], lastRow + 1);

  const between = known < 3 ? null : quadraticSpline(knownRow, rate);
  for (let k = 0; k + 1 < known; k++) {
    const left = knownRow[k];
    const right = knownRow[k + 1];
    for (let row = left + 1; row < right; row++) {
      filled[row] = between
        ? between(row, k)
        : rate[left] + ((rate[right] - rate[left]) * (row - left)) / (right - left);
    }
  }
  for (let row = 0; row < rate.length; row++) isFilled[row] = Number.isNaN(rate[row]) ? 1 : 0;
  return { filled, isFilled, count: rate.length - known };
}

function rowsWithValue(rate: Float64Array): Uint32Array {
  const rows = new Uint32Array(rate.length);
  let known = 0;
  for (let row = 0; row < rate.length; row++) if (!Number.isNaN(rate[row])) rows[known++] = row;
  return rows.subarray(0, known);
}

/**
 * The spline through (x[k], rate[x[k]]), n >= 3 known rows. Its n - 2 pieces each have three basis functions, and
 * known row k lies in piece k - 1, so the equations for the n coefficients are tridiagonal. The matrix is totally
 * positive: elimination needs no pivoting (de Boor and Pinkus, 1977).
 * The result evaluates it at a row between the known rows k and k + 1.
 */
function quadraticSpline(x: Uint32Array, rate: Float64Array): (row: number, k: number) => number {
  const n = x.length;
  const knot = (j: number) => (j <= 0 ? x[0] : j >= n - 2 ? x[n - 1] : (x[j] + x[j + 1]) / 2);
  /** The first and the last of the three basis functions of `piece` at `u`; the three add up to 1. */
  const outerBasis = (piece: number, u: number): readonly [first: number, last: number] => {
    const from = knot(piece);
    const to = knot(piece + 1);
    const width = to - from;
    return [
      (to - u) ** 2 / (width * (to - knot(piece - 1))),
      (u - from) ** 2 / (width * (knot(piece + 2) - from)),
    ];
  };

  const coefficient = new Float64Array(n);
  const carried = new Float64Array(n);
  coefficient[0] = rate[x[0]];
  for (let k = 1; k < n - 1; k++) {
    const [first, last] = outerBasis(k - 1, x[k]);
    const pivot = 1 - first - last - first * carried[k - 1];
    carried[k] = last / pivot;
    coefficient[k] = (rate[x[k]] - first * coefficient[k - 1]) / pivot;
  }
  coefficient[n - 1] = rate[x[n - 1]];
  for (let k = n - 2; k > 0; k--) coefficient[k] -= carried[k] * coefficient[k + 1];

  return (row, k) => {
    const piece = Math.min(Math.max(row < knot(k) ? k - 1 : k, 0), n - 3);
    const [first, last] = outerBasis(piece, row);
    return first * coefficient[piece] + (1 - first - last) * coefficient[piece + 1] + last * coefficient[piece + 2];
  };
}
