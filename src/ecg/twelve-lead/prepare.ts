import { ProblemError } from "../problem.ts";
import { TWELVE_LEADS } from "../recording/lead-names.ts";
import { resample } from "../signal/resample.ts";

export const RATE_HZ = 100;
export const SAMPLES_PER_LEAD = 1000;
/** A shorter recording holds too few beats for an average one. */
const LEAST_S = 5;

export interface PreparedLeads {
  /** TWELVE_LEADS in their order, SAMPLES_PER_LEAD samples at RATE_HZ each, mV */
  readonly leads: readonly Float32Array<ArrayBuffer>[];
  /** at the start of each lead, what was recorded; zeros follow */
  readonly recordedSamples: number;
}

/**
 * The first ten seconds of a twelve-lead ECG at 100 Hz, as PTB-XL's records100 hold them: mV, not filtered; a recording of
 * five to ten seconds is followed by zeros. `leads` are TWELVE_LEADS in their order, mV, of one length.
 * Throws ProblemError `not-twelve-leads` for another number of leads or leads of several lengths, and `too-short` under
 * five seconds.
 */
export function prepareLeads(leads: readonly Float32Array[], samplingRateHz: number): PreparedLeads {
  if (leads.length !== TWELVE_LEADS.length || leads.some(({ length }) => length !== leads[0].length)) {
    throw new ProblemError("not-twelve-leads", "The recording does not have the twelve standard leads in one length", `Open a recording with the leads ${TWELVE_LEADS.join(", ")}`);
  }
  const durationS = leads[0].length / samplingRateHz;
  if (durationS < LEAST_S) {
    throw new ProblemError("too-short", `The recording lasts ${durationS.toFixed(1)} s, too short for a diagnosis`, `Open a recording of at least ${LEAST_S} s`);
  }
  const wanted = Math.ceil((SAMPLES_PER_LEAD / RATE_HZ) * samplingRateHz) + 1;
  const resampled = leads.map((lead) => resample(lead.subarray(0, wanted), { samplingRateHz, targetRateHz: RATE_HZ }).subarray(0, SAMPLES_PER_LEAD));
  return {
    leads: resampled.map((samples) => {
      const padded = new Float32Array(SAMPLES_PER_LEAD);
      padded.set(samples);
      return padded;
    }),
    recordedSamples: resampled[0].length,
  };
}
