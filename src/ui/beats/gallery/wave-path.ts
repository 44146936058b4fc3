import { quantile } from "../../../ecg/numeric/quantile.ts";
import { samplesOf, type Beats } from "../../../ecg/beats/table.ts";

export interface AmplitudeRange {
  readonly low: number;
  readonly high: number;
}

/** Share of the beats that may be larger than the common scale. */
const OUTSIDE = 0.01;
/** So many beats, spread over the table, are enough to estimate it. */
const BEATS_LOOKED_AT = 5000;

/** The scale on which all tiles are drawn, so that amplitudes compare: it holds about 99 of 100 beats. */
export function commonRange(beats: Pick<Beats, "count" | "samples" | "samplesPerBeat">): AmplitudeRange {
  const step = Math.max(Math.ceil(beats.count / BEATS_LOOKED_AT), 1);
  const ranges = Array.from({ length: Math.ceil(beats.count / step) }, (_, i) => rangeOf(samplesOf(beats, i * step)));
  return {
    low: quantile(Float32Array.from(ranges, ({ low }) => low), OUTSIDE),
    high: quantile(Float32Array.from(ranges, ({ high }) => high), 1 - OUTSIDE),
  };
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
