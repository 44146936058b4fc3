import type { SecondOrderSection } from "./butterworth.ts";
import { powerSpectrum, type PowerSpectrum } from "./power-spectrum.ts";
import { zeroPhase } from "./zero-phase.ts";

const MAINS_HZ = [50, 60] as const;
/** The mains drift by less. */
const LINE_HZ = 0.5;
/** A line of the mains stands out from all that lies this far from it; harmonics of a regular heartbeat stand as high there. */
const NEIGHBOURS_HZ = { from: 1.5, to: 5 };
const STANDS_OUT = 4;
/** Centre over width: 2 Hz are lost at 60 Hz. */
const QUALITY = 30;

/** The frequency of the mains hum in a signal, null where there is none or the sampling rate is too low to hold it. */
export function findMains(samples: Float32Array, samplingRateHz: number): (typeof MAINS_HZ)[number] | null {
  const spectrum = powerSpectrum(samples, samplingRateHz);
  const best = MAINS_HZ.filter((mainsHz) => mainsHz + NEIGHBOURS_HZ.from < samplingRateHz / 2)
    .map((mainsHz) => ({ mainsHz, prominence: prominence(spectrum, mainsHz) }))
    .sort((a, b) => b.prominence - a.prominence)
    .at(0);
  return best && best.prominence > STANDS_OUT ? best.mainsHz : null;
}

/** The signal without the hum of the mains, no wave moved; as it is where there is none. */
export function withoutMains(samples: Float32Array, samplingRateHz: number): Float32Array<ArrayBuffer> {
  const mainsHz = findMains(samples, samplingRateHz);
  return mainsHz === null ? samples.slice() : zeroPhase([notch(mainsHz, samplingRateHz)], samples);
}

/** A second-order notch that takes 3 dB at `quality` times less than its frequency across, as scipy's `iirnotch`. */
export function notch(frequencyHz: number, samplingRateHz: number, quality = QUALITY): SecondOrderSection {
  const angle = (2 * Math.PI * frequencyHz) / samplingRateHz;
  const gain = 1 / (1 + Math.tan(angle / quality / 2));
  return { b: [gain, -2 * gain * Math.cos(angle), gain], a: [-2 * gain * Math.cos(angle), 2 * gain - 1] };
}

/** The highest density at the frequency over the highest beside it. */
function prominence({ density, stepHz }: PowerSpectrum, frequencyHz: number): number {
  let line = 0;
  let beside = 0;
  density.forEach((power, k) => {
    const apartHz = Math.abs(k * stepHz - frequencyHz);
    if (apartHz <= LINE_HZ) line = Math.max(line, power);
    else if (apartHz >= NEIGHBOURS_HZ.from && apartHz <= NEIGHBOURS_HZ.to) beside = Math.max(beside, power);
  });
  return line === 0 ? 0 : line / beside;
}
