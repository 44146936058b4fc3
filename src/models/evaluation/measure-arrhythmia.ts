import { CLASSES } from "../../ecg/beats/classes.ts";
import { beatMatrix, type ClassifiedPeaks } from "../../ecg/metrics/beat-matrix.ts";
import { confusionMatrix, likeliestClasses, type ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";
import { measureRPeaks, type RPeakMeasurement } from "../../ecg/peaks/measure-r-peaks.ts";
import { annotatedBeats } from "../../ecg/recording/annotated-beats.ts";
import type { Annotations } from "../../ecg/recording/annotations.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import type { BeatClasses, LeadBeats } from "../recording-model.ts";

/** EC57 leaves the first five minutes to a program to learn in. */
const LEARNING_S = 300;

const CLASS_COUNT = CLASSES.aami.length;

/** One record's counts; figures follow from their sums. */
export interface MeasuredRecord {
  readonly rPeaks: RPeakMeasurement;
  /** at the annotated R peaks, whole record: classes × classes */
  readonly beats: ConfusionMatrix;
  /** beat matrices at the R peaks that were found, whole record and from five minutes on, and at the annotated ones from then on */
  readonly beatsAtOwnPeaks: ConfusionMatrix;
  readonly ec57: ConfusionMatrix;
  readonly ec57AtAnnotatedPeaks: ConfusionMatrix;
}

export interface MeasureOptions {
  readonly noise?: { readonly snrDb: number; readonly seed: number };
  readonly classify: (beats: LeadBeats) => Promise<Pick<BeatClasses, "probabilities">>;
}

/** Measures R peaks and beat classes in the first lead of an annotated recording. Episodes of ventricular flutter are left out. */
export async function measureArrhythmia(recording: Recording & { readonly annotations: Annotations }, { classify, ...options }: MeasureOptions): Promise<MeasuredRecord> {
  const { annotations, samplingRateHz, leads } = recording;
  const rPeaks = measureRPeaks(leads[0], { samplingRateHz, annotations, ...options });
  const lead = { ...leads[0], samplesMv: rPeaks.samplesMv };
  const classesAt = async (peakSample: Uint32Array): Promise<Uint8Array> =>
    likeliestClasses((await classify({ lead, samplingRateHz, peakSample })).probabilities, CLASS_COUNT);

  const annotated = outsideFlutter(annotations, rPeaks);
  const named: ClassifiedPeaks = { sample: annotated.sample, beatClass: await classesAt(annotated.sample) };
  const own: ClassifiedPeaks = { sample: rPeaks.detected, beatClass: await classesAt(rPeaks.detected) };
  const learnt = { samplingRateHz, fromSample: LEARNING_S * samplingRateHz };
  return {
    rPeaks,
    beats: confusionMatrix(annotated.beatClass, named.beatClass, CLASS_COUNT),
    beatsAtOwnPeaks: beatMatrix(annotated, own, { samplingRateHz }),
    ec57: beatMatrix(annotated, own, learnt),
    ec57AtAnnotatedPeaks: beatMatrix(annotated, named, learnt),
  };
}

/** The annotated beats that R peaks were measured against. */
function outsideFlutter(annotations: Annotations, { annotated }: RPeakMeasurement): ClassifiedPeaks {
  const kept = new Set(annotated);
  const { sample, beatClass } = annotatedBeats(annotations);
  return { sample: sample.filter((each) => kept.has(each)), beatClass: beatClass.filter((_, beat) => kept.has(sample[beat])) };
}
