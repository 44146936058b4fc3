import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { pause, type JobControl } from "../../ecg/progress.ts";
import { encodeCard } from "../card.ts";
import { patientMeanF1 } from "../evaluation/patient-mean-f1.ts";
import type { TrainModel } from "../training/train-model.ts";
import { meta } from "./meta.ts";
import { ruleScores } from "./rule.ts";

const CANDIDATES = {
  window: [11, 21, 31, 41, 51, 81],
  floorPercent: [5, 10, 15, 20, 30],
  pauseShare: [0, 0.25, 0.5, 0.75, 1],
  threshold: Array.from({ length: 55 }, (_, i) => (i + 6) / 20),
};

/** Parameters of the rule by their keys in meta.ts. */
interface RuleParameters extends Record<string, number> {
  readonly window: number;
  readonly floorPercent: number;
  readonly pauseShare: number;
  readonly threshold: number;
}

/**
 * Chooses the rule's parameters on the labelled patients. The app runs the defaults in meta.ts; a test holds them equal
 * to those of the card written here.
 */
export const train: TrainModel = async ({ labelled, date }, control) => {
  const { parameters, meanF1 } = await chooseParameters(labelled, control);
  const card = encodeCard({
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heart-rate/labelled", sha256: labelled.files[0].sha256, rows: labelled.rows, patients: labelled.patients.length },
    split:
      "Nothing is learnt. Of all combinations of some windows, least spreads, shares and thresholds, the one with the highest mean F1 over " +
      `the labelled patients, each counted alike with one hit granted (${meanF1.toFixed(3)} there).`,
    parameters,
    threshold: parameters.threshold,
    metrics: null,
    intendedUse: "Finding premature beats in beat-by-beat heart rates of adults, by a rule that can be checked by hand. Research use only, not a medical device.",
    limits: [
      "It sees the rate alone: a ventricular beat that comes on time is missed.",
      "In bigeminy and atrial fibrillation the surroundings themselves are irregular; beats are missed and reported wrongly.",
    ],
    date,
    licence: "Apache-2.0; parameters chosen on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  });
  return new Map([["card.json", card]]);
};

/** Of equally good ones, the first in the order of CANDIDATES. */
async function chooseParameters({ patients }: HeartRateTable, { signal, onProgress }: JobControl) {
  const labels = patients.map(({ label }) => label);
  let best = { parameters: { window: 0, floorPercent: 0, pauseShare: 0, threshold: 0 } satisfies RuleParameters, meanF1: -1 };
  for (const [done, window] of CANDIDATES.window.entries()) {
    onProgress({ stage: meta.name, done, total: CANDIDATES.window.length, unit: "batches" });
    for (const floorPercent of CANDIDATES.floorPercent) {
      await pause(signal);
      for (const pauseShare of CANDIDATES.pauseShare) {
        const scores = patients.map(({ rateBpm }) => ruleScores(rateBpm, { window, spreadFloor: floorPercent / 100, pauseShare }));
        for (const threshold of CANDIDATES.threshold) {
          const meanF1 = patientMeanF1(labels, scores, threshold);
          if (meanF1 > best.meanF1) best = { parameters: { window, floorPercent, pauseShare, threshold }, meanF1 };
        }
      }
    }
  }
  return best;
}
