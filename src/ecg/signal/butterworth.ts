/** y[n] = b0 x[n] + b1 x[n−1] + b2 x[n−2] − a1 y[n−1] − a2 y[n−2] */
export interface SecondOrderSection {
  readonly b: readonly [number, number, number];
  /** a1 and a2; a0 is 1 */
  readonly a: readonly [number, number];
}

/** What passes; the edges are where a single pass takes 3 dB. A band-pass has twice as many poles as its order. */
export type Band =
  | { readonly kind: "low-pass"; readonly edgeHz: number }
  | { readonly kind: "high-pass"; readonly edgeHz: number }
  | { readonly kind: "band-pass"; readonly lowHz: number; readonly highHz: number };

export interface FilterOptions {
  readonly order: number;
  readonly samplingRateHz: number;
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/**
 * A digital Butterworth filter as second-order sections: the analogue prototype's poles, moved to the band and brought to
 * the z plane by the bilinear transform with its edges prewarped (S. Butterworth 1930; Oppenheim and Schafer,
 * Discrete-Time Signal Processing, ch. 7). Filters as scipy's `butter(order, …, output="sos")` does.
 * Throws a RangeError if an edge does not lie between 0 and half the sampling rate, or the edges are not in order.
 */
export function butterworth(band: Band, { order, samplingRateHz }: FilterOptions): SecondOrderSection[] {
  const edges = band.kind === "band-pass" ? [band.lowHz, band.highHz] : [band.edgeHz];
  if (!edges.every((edge, i) => edge > (i === 0 ? 0 : edges[i - 1]) && edge < samplingRateHz / 2)) {
    throw new RangeError(`Band edges of ${edges.join(" and ")} Hz do not ascend between 0 and ${samplingRateHz / 2} Hz.`);
  }
  const prewarp = (hz: number) => Math.tan((Math.PI * hz) / samplingRateHz);
  const prototype = Array.from({ length: order }, (_, k) => unit((Math.PI * (2 * k + order + 1)) / (2 * order)));
  switch (band.kind) {
    case "low-pass": {
      const poles = prototype.map((pole) => bilinear(scale(pole, prewarp(band.edgeHz))));
      return sections(poles, -1, -1, unit(0));
    }
    case "high-pass": {
      const poles = prototype.map((pole) => bilinear(scale(reciprocal(pole), prewarp(band.edgeHz))));
      return sections(poles, 1, 1, unit(Math.PI));
    }
    case "band-pass": {
      const low = prewarp(band.lowHz);
      const high = prewarp(band.highHz);
      const poles = prototype.flatMap((pole) => bandPassPoles(scale(pole, (high - low) / 2), low * high)).map(bilinear);
      return sections(poles, 1, -1, unit(2 * Math.atan(Math.sqrt(low * high))));
    }
  }
}

/** The two poles of half a low-pass pole: half ± √(half² − centre²). */
function bandPassPoles(half: Complex, centre2: number): [Complex, Complex] {
  const root = squareRoot({ re: half.re ** 2 - half.im ** 2 - centre2, im: 2 * half.re * half.im });
  return [{ re: half.re + root.re, im: half.im + root.im }, { re: half.re - root.re, im: half.im - root.im }];
}

/**
 * One section for every conjugate pair of poles, and for every two real ones; a real pole left over gets a section of
 * first order. Each section passes `passed`, a point on the unit circle, with gain 1.
 */
function sections(poles: readonly Complex[], zero1: number, zero2: number, passed: Complex): SecondOrderSection[] {
  const isReal = ({ im }: Complex) => Math.abs(im) < 1e-10;
  const real = poles.filter(isReal).map(({ re }) => re).sort((a, b) => a - b);
  const denominators: (readonly [number, number])[] = poles
    .filter((pole) => !isReal(pole) && pole.im > 0)
    .map(({ re, im }) => [-2 * re, re ** 2 + im ** 2]);
  for (let i = 0; i + 1 < real.length; i += 2) denominators.push([-(real[i] + real[i + 1]), real[i] * real[i + 1]]);
  const built = denominators.map((a) => passing(passed, { b: [1, -(zero1 + zero2), zero1 * zero2], a }));
  return real.length % 2 === 0 ? built : [...built, passing(passed, { b: [1, -zero1, 0], a: [-real[real.length - 1], 0] })];
}

function passing(point: Complex, { b, a }: SecondOrderSection): SecondOrderSection {
  const gain = 1 / Math.sqrt(power([b[0], b[1], b[2]], point) / power([1, a[0], a[1]], point));
  return { b: [b[0] * gain, b[1] * gain, b[2] * gain], a };
}

/** |c0 + c1/z + c2/z²|² on the unit circle. */
function power([c0, c1, c2]: readonly [number, number, number], { re, im }: Complex): number {
  return (c0 + c1 * re + c2 * (re ** 2 - im ** 2)) ** 2 + (c1 * im + c2 * 2 * re * im) ** 2;
}

/** z = (1 + s) / (1 − s) */
function bilinear({ re, im }: Complex): Complex {
  const below = (1 - re) ** 2 + im ** 2;
  return { re: (1 - re ** 2 - im ** 2) / below, im: (2 * im) / below };
}

function unit(angle: number): Complex {
  return { re: Math.cos(angle), im: Math.sin(angle) };
}

function scale({ re, im }: Complex, by: number): Complex {
  return { re: re * by, im: im * by };
}

function reciprocal({ re, im }: Complex): Complex {
  const size2 = re ** 2 + im ** 2;
  return { re: re / size2, im: -im / size2 };
}

function squareRoot({ re, im }: Complex): Complex {
  const size = Math.sqrt(Math.hypot(re, im));
  const angle = Math.atan2(im, re) / 2;
  return { re: size * Math.cos(angle), im: size * Math.sin(angle) };
}
