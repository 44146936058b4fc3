import { countPeaks, type PeakCounts } from "../metrics/peak-figures.ts";
import { beatClassOf } from "../recording/annotation-codes.ts";
import type { Annotations } from "../recording/annotations.ts";
import type { Lead } from "../recording/recording.ts";
import { flutterEpisodes } from "../rhythm/flutter-episodes.ts";
import { addNoise, electrodeMotion } from "../signal/electrode-motion.ts";
import { detectPeaks } from "./detect-peaks.ts";

export interface RPeakMeasurement {
  /** of the lead, with the noise that was added */
  readonly samplesMv: Float32Array<ArrayBuffer>;
  /** samples of the annotated and of the detected beats outside flutter */
  readonly annotated: Uint32Array<ArrayBuffer>;
  readonly detected: Uint32Array<ArrayBuffer>;
  readonly counts: PeakCounts;
  readonly flutter: FlutterReport;
}

/** Ventricular flutter and fibrillation hold no single beats: EC57 leaves them out of the figures and reports them apart. */
export interface FlutterReport {
  readonly episodes: number;
  readonly durationS: number;
  /** detections within */
  readonly detected: number;
}

export interface MeasureRPeaksOptions {
  readonly samplingRateHz: number;
  readonly annotations: Annotations;
  /** noise of a moving electrode that is added over the whole recording, as the Noise Stress Test Database defines the ratio */
  readonly noise?: { readonly snrDb: number; readonly seed: number };
}

/** Detects the R peaks of a lead and compares them with its annotated beats, over the whole recording. */
export function measureRPeaks(lead: Pick<Lead, "samplesMv" | "unusable">, { samplingRateHz, annotations, noise }: MeasureRPeaksOptions): RPeakMeasurement {
  const { unusable } = lead;
  const episodes = flutterEpisodes(annotations, lead.samplesMv.length);
  const isFlutter = (sample: number) => episodes.some(({ from, to }) => sample >= from && sample <= to);
  const annotated = annotations.sample.filter((sample, i) => beatClassOf(annotations.code[i]) !== null && !isFlutter(sample));
  const samplesMv = noise === undefined ? lead.samplesMv : addNoise(
    lead.samplesMv,
    electrodeMotion(lead.samplesMv.length, { samplingRateHz, seed: noise.seed }),
    { samplingRateHz, beats: annotated, snrDb: noise.snrDb },
  );
  const found = detectPeaks(samplesMv, samplingRateHz, { unusable });
  const detected = found.filter((sample) => !isFlutter(sample));
  return {
    samplesMv,
    annotated,
    detected,
    counts: countPeaks(annotated, detected, samplingRateHz),
    flutter: {
      episodes: episodes.length,
      durationS: episodes.reduce((samples, { from, to }) => samples + to - from, 0) / samplingRateHz,
      detected: found.length - detected.length,
    },
  };
}
