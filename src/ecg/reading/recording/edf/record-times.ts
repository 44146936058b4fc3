import { ProblemError } from "../../../problem.ts";
import type { Timing } from "../../../recording/recording.ts";

/** Where the data records of a file lie on the recording's even grid of samples. */
export interface RecordTimes {
  /** first sample of each record */
  readonly firstSample: Float64Array;
  readonly sampleCount: number;
  readonly gaps: Timing["gaps"];
}

interface RecordTimesOptions {
  readonly samplesPerRecord: number;
  readonly samplingRateHz: number;
  readonly file: string;
}

/** Less than this many samples late is the rounding of a time, not a gap. */
const GAP_SAMPLES = 1;

/**
 * Places the records of a discontinuous file (EDF+D) by their onsets, in seconds. Throws ProblemError `bad-record-times`
 * where a record has no onset or begins before the one above it ends.
 */
export function placeRecords(onsetS: Float64Array, { samplesPerRecord, samplingRateHz, file }: RecordTimesOptions): RecordTimes {
  const firstSample = new Float64Array(onsetS.length);
  const gaps: { atSample: number; durationS: number }[] = [];
  let end = 0;
  for (const [i, onset] of onsetS.entries()) {
    const late = Math.round((onset - onsetS[0]) * samplingRateHz) - end;
    if (Number.isNaN(late) || late < -GAP_SAMPLES) {
      const what = Number.isNaN(late) ? `data record ${i + 1} has no time` : `data record ${i + 1} begins before the one above it ends`;
      throw new ProblemError("bad-record-times", `this is a discontinuous recording (EDF+D), and ${what}`, "Export the recording as a continuous one (EDF+C)", { file });
    }
    if (late > GAP_SAMPLES) {
      gaps.push({ atSample: end, durationS: late / samplingRateHz });
      end += late;
    }
    firstSample[i] = end;
    end += samplesPerRecord;
  }
  return { firstSample, sampleCount: end, gaps };
}

/** The samples with each record in its place, NaN between them. */
export function spreadRecords(samplesMv: Float32Array, samplesPerRecord: number, { firstSample, sampleCount }: RecordTimes): Float32Array<ArrayBuffer> {
  const spread = new Float32Array(sampleCount).fill(NaN);
  for (const [i, first] of firstSample.entries()) spread.set(samplesMv.subarray(i * samplesPerRecord, (i + 1) * samplesPerRecord), first);
  return spread;
}
