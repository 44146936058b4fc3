import { quantity } from "./codes.ts";
import type { SampledData } from "./resources.ts";

/** A lead's samples as whole microvolts: finer than any recorder. */
export function microvoltData(samplesMv: Float32Array, samplingRateHz: number): SampledData {
  return { origin: quantity(0, "mV"), period: periodMs(samplingRateHz), factor: 0.001, dimensions: 1, data: Array.from(samplesMv, (value) => Math.round(value * 1000)).join(" ") };
}

/** A beat's samples, scaled as they were in the file; four decimals. */
export function scaledData(samples: Float32Array, samplingRateHz: number): SampledData {
  return { origin: quantity(0, "1"), period: periodMs(samplingRateHz), factor: 0.0001, dimensions: 1, data: Array.from(samples, (value) => Math.round(value * 10_000)).join(" ") };
}

/** Heart rates beat by beat as one value a second, each held until the next beat; "E" after a gap of `gapS`. */
export function heldEachSecond(timeS: Float64Array, rateBpm: Float64Array, gapS: number): SampledData {
  const start = timeS[0];
  const values: string[] = [];
  let beat = 0;
  for (let second = 0; start + second <= timeS[timeS.length - 1]; second++) {
    while (beat + 1 < timeS.length && timeS[beat + 1] <= start + second) beat++;
    values.push(start + second - timeS[beat] > gapS ? "E" : String(Number(rateBpm[beat].toFixed(1))));
  }
  return { origin: quantity(0, "beats/minute", "/min"), period: 1000, dimensions: 1, data: values.join(" ") };
}

const periodMs = (samplingRateHz: number): number => Number((1000 / samplingRateHz).toFixed(6));
