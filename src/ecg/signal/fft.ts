/**
 * The discrete Fourier transform in place: `re` and `im` hold the signal and then its spectrum. Radix 2 with bit-reversed
 * order (J. Cooley and J. Tukey, Math. Comput. 19, 1965). Throws a RangeError unless both are as long as the same power of 2.
 */
export function fftInPlace(re: Float64Array, im: Float64Array): void {
  const { length } = re;
  if (im.length !== length || length === 0 || (length & (length - 1)) !== 0) throw new RangeError(`A transform takes a power of 2 of samples, not ${length}.`);
  reverseBits(re, im);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    for (let k = 0; k < half; k++) {
      const cos = Math.cos((-2 * Math.PI * k) / size);
      const sin = Math.sin((-2 * Math.PI * k) / size);
      for (let upper = k; upper < length; upper += size) {
        const lower = upper + half;
        const turnedRe = re[lower] * cos - im[lower] * sin;
        const turnedIm = re[lower] * sin + im[lower] * cos;
        re[lower] = re[upper] - turnedRe;
        im[lower] = im[upper] - turnedIm;
        re[upper] += turnedRe;
        im[upper] += turnedIm;
      }
    }
  }
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  for (let i = 1, reversed = 0; i < re.length; i++) {
    let bit = re.length >> 1;
    for (; (reversed & bit) !== 0; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (i >= reversed) continue;
    [re[i], re[reversed]] = [re[reversed], re[i]];
    [im[i], im[reversed]] = [im[reversed], im[i]];
  }
}
