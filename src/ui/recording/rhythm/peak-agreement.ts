import { countPeaks, peakFigures, type PeakFigures } from "../../../ecg/metrics/peak-figures.ts";
import { beatClassOf } from "../../../ecg/recording/annotation-codes.ts";
import { flutterEpisodes } from "../../../ecg/rhythm/flutter-episodes.ts";
import type { RecordingView } from "../recording-view.ts";

/** The R peaks found against the annotated beats, outside ventricular flutter as EC57 asks; null where the file annotates no beats. */
export function peakAgreement({ annotations, sampleCount, samplingRateHz }: RecordingView["recording"], peakSample: Uint32Array): PeakFigures | null {
  if (annotations === null) return null;
  const { sample, code } = annotations;
  const episodes = flutterEpisodes(annotations, sampleCount);
  const isOutside = (at: number) => !episodes.some(({ from, to }) => at >= from && at <= to);
  const annotated = sample.filter((at, mark) => beatClassOf(code[mark]) !== null && isOutside(at));
  return annotated.length === 0 ? null : peakFigures(countPeaks(annotated, peakSample.filter(isOutside), samplingRateHz));
}
