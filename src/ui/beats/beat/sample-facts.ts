import { formatFixed } from "../../shared/format.ts";
import { spanWords, type BeatTime } from "./beat-axes.ts";

/** What each sample of a beat spoke for (above 0) or against. */
export interface Attribution {
  readonly values: Float32Array;
  /** of the class */
  readonly code: string;
}

/** A beat with what the model made of it, as far as it is there. */
export interface ExplainedSamples {
  readonly samples: Float32Array;
  /** an autoencoder's */
  readonly reconstruction: Float32Array | null;
  /** a classifier's */
  readonly attribution: Attribution | null;
}

/** Enough for samples from 0 to 1 and for those in standard deviations. */
const DIGITS = 3;

/** What is known of one sample, a line each, its moment first: "280 ms", "amplitude 0.412", "redrawn 0.380, off by 0.032". */
export function sampleFacts({ samples, reconstruction, attribution }: ExplainedSamples, sample: number, time: BeatTime): string[] {
  const amplitude = samples[sample];
  const facts = [spanWords({ from: sample, to: sample }, time), `amplitude ${formatFixed(amplitude, DIGITS)}`];
  if (reconstruction !== null) {
    const redrawn = reconstruction[sample];
    facts.push(`redrawn ${formatFixed(redrawn, DIGITS)}, off by ${formatFixed(Math.abs(amplitude - redrawn), DIGITS)}`);
  }
  if (attribution !== null) facts.push(attributionFact(attribution, sample));
  return facts;
}

function attributionFact({ values, code }: Attribution, sample: number): string {
  const most = values.reduce((high, value) => Math.max(high, Math.abs(value)), 0);
  const percent = most === 0 ? 0 : Math.round((Math.abs(values[sample]) / most) * 100);
  if (percent === 0) return `neither for nor against ${code}`;
  return `${values[sample] > 0 ? "for" : "against"} ${code}, ${percent} % of the strongest`;
}
