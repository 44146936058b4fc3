import { quantile } from "../../../ecg/numeric/quantile.ts";
import { samplesOf, type Beats } from "../../../ecg/beats/table.ts";

export interface AmplitudeRange {
  readonly low: number;
  readonly high: number;
}

/** Share of the beats that may be larger than the common scale. */
const OUTSIDE = 0.01;

/** The scale on which all tiles are drawn, so that amplitudes compare: it holds 99 of 100 beats. */
export function commonRange(beats: Pick<Beats, "count" | "samples" | "samplesPerBeat">): AmplitudeRange {
  const lows = new Float32Array(beats.count);
  const highs = new Float32Array(beats.count);
  for (let beat = 0; beat < beats.count; beat++) {
    const { low, high } = rangeOf(samplesOf(beats, beat));
    lows[beat] = low;
    highs[beat] = high;
  }
  return { low: quantile(lows, OUTSIDE), high: quantile(highs, 1 - OUTSIDE) };
}

export function rangeOf(samples: Float32Array): AmplitudeRange {
  let low = Infinity;
  let high = -Infinity;
  for (const value of samples) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

export interface WaveBox {
  readonly width: number;
  readonly height: number;
  readonly range: AmplitudeRange;
}

/** An SVG path of a beat over the whole box, to a tenth of a pixel. A beat beyond the range is drawn on its own, wider one: never cut off. */
export function wavePath(samples: Float32Array, { width, height, range }: WaveBox): string {
  const own = rangeOf(samples);
  const low = Math.min(range.low, own.low);
  const span = Math.max(range.high, own.high) - low || 1;
  const stepX = width / Math.max(samples.length - 1, 1);
  let path = "";
  for (let i = 0; i < samples.length; i++) {
    const x = Math.round(i * stepX * 10) / 10;
    const y = Math.round((1 - (samples[i] - low) / span) * height * 10) / 10;
    path += `${i === 0 ? "M" : "L"}${x},${y}`;
  }
  return path;
}
