import type { Recording } from "../../src/ecg/recording/recording.ts";

/** Throws an Error unless the recording holds what its type promises. */
export function requireSoundRecording({ leads, sampleCount, samplingRateHz, annotations }: Recording): void {
  if (!(leads.length > 0 && samplingRateHz > 0 && Number.isFinite(samplingRateHz) && Number.isSafeInteger(sampleCount) && sampleCount > 0)) {
    throw new Error(`A recording of ${leads.length} leads, ${sampleCount} samples at ${samplingRateHz} Hz.`);
  }
  for (const { name, samplesMv, unusable } of leads) {
    if (samplesMv.length !== sampleCount || !samplesMv.every(Number.isFinite)) throw new Error(`Lead ${name} has ${samplesMv.length} samples of ${sampleCount}, or one that is no number.`);
    if (unusable.some(({ from, to }, i) => from < (i === 0 ? 0 : unusable[i - 1].to) || to <= from || to > sampleCount)) throw new Error(`The unusable stretches of lead ${name} overlap or lie outside.`);
  }
  if (new Set(leads.map(({ name }) => name)).size < leads.length) throw new Error("Two leads have one name.");
  if (annotations?.sample.some((sample) => sample >= sampleCount) === true) throw new Error("An annotation lies behind the recording's end.");
}
