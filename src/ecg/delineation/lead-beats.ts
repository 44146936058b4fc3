import { alikeBeats } from "./alike-beats.ts";
import { frameAround, type Frame, type Reach } from "./frame.ts";

/** A lead and its beats, as waves are looked for in it. */
export interface LeadBeats {
  readonly samplesMv: Float32Array;
  readonly samplingRateHz: number;
  readonly rPeaks: Uint32Array;
  /** see `alikeBeats` */
  readonly alike: readonly (readonly number[])[];
}

/** Places of one mark, one entry a beat: samples after its R peak, not rounded; NaN where there is none. */
export type Places = Float64Array<ArrayBuffer>;

export interface WavePlaces {
  readonly onset: Places;
  readonly peak: Places;
  readonly end: Places;
}

export function leadBeats(samplesMv: Float32Array, samplingRateHz: number, rPeaks: Uint32Array): LeadBeats {
  return { samplesMv, samplingRateHz, rPeaks, alike: alikeBeats(samplesMv, samplingRateHz, rPeaks) };
}

/** The stretch around a beat, or the mean one around several. */
export function frameOf({ samplesMv, samplingRateHz, rPeaks }: LeadBeats, beats: readonly number[], reach: Reach): Frame {
  return frameAround(samplesMv, samplingRateHz, beats.map((beat) => rPeaks[beat]), reach);
}

export function noPlaces({ rPeaks }: LeadBeats): Places {
  return new Float64Array(rPeaks.length).fill(NaN);
}

export function placesOf({ rPeaks }: LeadBeats, of: (beat: number) => number): Places {
  return Float64Array.from(rPeaks, (_, beat) => of(beat));
}
