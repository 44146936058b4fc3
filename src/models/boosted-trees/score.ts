import { turns, type JobControl } from "../../ecg/progress.ts";
import type { BeatInput } from "../beat-model.ts";
import { addLeafValues } from "../trees/flat-trees.ts";
import { binValues } from "./bins.ts";
import type { BoostedTrees } from "./boosted-trees.ts";
import { beatFeatures } from "./features.ts";
import { softmax } from "./softmax.ts";

/** Beats that pass through all trees together: few enough for their bins to stay in the cache. */
const BLOCK_BEATS = 512;

/** Probabilities of the classes, beat by beat: count × classes. Throws the signal's reason when aborted. */
export async function classProbabilities(model: BoostedTrees, beats: BeatInput, { signal, onProgress }: JobControl): Promise<Float32Array<ArrayBuffer>> {
  const classes = model.startScores.length;
  const probabilities = new Float32Array(beats.count * classes);
  const takeTurn = turns(signal, (done) => onProgress({ stage: "Classifying", done, total: beats.count, unit: "rows" }));
  for (let from = 0; from < beats.count; from += BLOCK_BEATS) {
    const to = Math.min(from + BLOCK_BEATS, beats.count);
    const scores = classScores(model, binBeats(model, beats, { from, to }));
    softmax(scores, scores);
    scores.forEach((own, k) => own.forEach((probability, row) => (probabilities[(from + row) * classes + k] = probability)));
    await takeTurn(to);
  }
  return probabilities;
}

/** The bins of the features of beats `from` … `to` − 1, by feature. */
export function binBeats({ edges }: BoostedTrees, beats: BeatInput, range: { readonly from: number; readonly to: number }): Uint8Array<ArrayBuffer>[] {
  return beatFeatures(beats, range).map((column, feature) => binValues(column, edges[feature]));
}

/** Scores by class of rows given as bins by feature. */
export function classScores({ startScores, trees }: Pick<BoostedTrees, "startScores" | "trees">, columns: readonly Uint8Array[]): Float64Array[] {
  const scores = Array.from(startScores, (start) => new Float64Array(columns[0].length).fill(start));
  for (let tree = 0; tree + 1 < trees.roots.length; tree++) addLeafValues(trees, trees.roots[tree], columns, scores[tree % scores.length]);
  return scores;
}
