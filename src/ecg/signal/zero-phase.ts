import type { SecondOrderSection } from "./butterworth.ts";

type Samples = Float32Array | Float64Array;

/**
 * Filters forwards and backwards, so that no wave is moved (F. Gustafsson, IEEE Trans. Signal Process. 44, 1996); the
 * magnitude response is the sections' squared. The ends are extended by turning the signal about its first and last
 * sample, and the sections start settled, as in scipy's `sosfiltfilt`; a signal shorter than scipy's extension is
 * extended by all it has. One output sample an input sample.
 */
export function zeroPhase(sections: readonly SecondOrderSection[], samples: Samples): Float32Array<ArrayBuffer> {
  const reach = Math.min(extension(sections), samples.length - 1);
  if (reach < 0) return new Float32Array(0);
  const buffer = turnedAtEnds(samples, reach);
  filterSettled(sections, buffer);
  buffer.reverse();
  filterSettled(sections, buffer);
  buffer.reverse();
  return new Float32Array(buffer.subarray(reach, reach + samples.length));
}

/** Filters `samples` in place, forwards only, starting from rest. */
export function filterInPlace({ b, a }: SecondOrderSection, samples: Samples, state: readonly [number, number] = [0, 0]): void {
  const [b0, b1, b2] = b;
  const [a1, a2] = a;
  let [s1, s2] = state;
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i];
    const y = b0 * x + s1;
    s1 = b1 * x - a1 * y + s2;
    s2 = b2 * x - a2 * y;
    samples[i] = y;
  }
}

/** Every section starts as if the first sample had always been there. */
function filterSettled(sections: readonly SecondOrderSection[], samples: Float64Array): void {
  let level = samples[0];
  for (const section of sections) {
    const { b, a } = section;
    const gain = (b[0] + b[1] + b[2]) / (1 + a[0] + a[1]);
    const s2 = b[2] - a[1] * gain;
    const s1 = b[1] - a[0] * gain + s2;
    filterInPlace(section, samples, [s1 * level, s2 * level]);
    level *= gain;
  }
}

/** scipy's default: three times the filter's length, where sections of first order count once. */
function extension(sections: readonly SecondOrderSection[]): number {
  const missing = Math.min(
    sections.filter(({ b }) => b[2] === 0).length,
    sections.filter(({ a }) => a[1] === 0).length,
  );
  return 3 * (2 * sections.length + 1 - missing);
}

function turnedAtEnds(samples: Samples, reach: number): Float64Array<ArrayBuffer> {
  const last = samples.length - 1;
  const extended = new Float64Array(samples.length + 2 * reach);
  extended.set(samples, reach);
  for (let i = 1; i <= reach; i++) {
    extended[reach - i] = 2 * samples[0] - samples[i];
    extended[reach + last + i] = 2 * samples[last] - samples[last - i];
  }
  return extended;
}
