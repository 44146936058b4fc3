import type { BeatClassFigures, BeatFigures } from "../../ecg/metrics/beat-matrix.ts";
import { percentileInterval } from "../../ecg/metrics/intervals.ts";
import type { ArrhythmiaCard, DataSet, Measured, MeasuredBeatClasses } from "../card.ts";
import { pooledClasses, resampledClasses, type Counting } from "./evaluate-arrhythmia.ts";
import type { MeasuredRecord } from "./measure-arrhythmia.ts";

/** The card with pooled figures on `records`, none of which the model has learnt from, with 95 % intervals by the bootstrap over records (B. Efron and R. Tibshirani, ch. 13). */
export function measuredArrhythmiaCard(card: ArrhythmiaCard, records: readonly MeasuredRecord[], evaluatedOn: DataSet): ArrhythmiaCard {
  const metrics = {
    evaluatedOn,
    beats: measuredClasses(records, "beats"),
    beatsAtOwnPeaks: measuredClasses(records, "beatsAtOwnPeaks"),
    ec57: measuredClasses(records, "ec57"),
  };
  return { ...card, metrics };
}

function measuredClasses(records: readonly MeasuredRecord[], counting: Counting): MeasuredBeatClasses {
  const { accuracy, perClass, confusion } = pooledClasses(records, counting);
  const resampled = resampledClasses(records, counting);
  const measured = (value: number | null, figure: (figures: BeatFigures) => number | null): Measured => ({ value, interval: value === null ? null : percentileInterval(resampled.map(figure)) });
  return {
    accuracy: measured(accuracy, (figures) => figures.accuracy),
    perClass: Object.fromEntries(Object.entries(perClass).map(([code, own]) => {
      const of = (figure: keyof BeatClassFigures) => measured(own[figure], (figures) => figures.perClass[code][figure]);
      return [code, { support: own.support, sensitivity: of("sensitivity"), positivePredictivity: of("positivePredictivity"), falsePositiveRate: of("falsePositiveRate") }];
    })),
    confusion,
  };
}
