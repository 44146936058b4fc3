import { sha256 } from "../artifacts/sha256.ts";
import { refuseOtherLength } from "../beat-length.ts";
import type { BeatInput, BeatModel } from "../beat-model.ts";
import type { ReadArtifact } from "../detector.ts";
import { decodeTrees, TREES_FILE_NAME } from "./artifact.ts";
import type { BoostedTrees } from "./boosted-trees.ts";
import { creditSamples } from "./features.ts";
import { meta } from "./meta.ts";
import { binBeats, classProbabilities } from "./score.ts";
import { addTreeShap } from "./tree-shap.ts";

export const model: BeatModel = {
  async run(beats, { readArtifact, ...control }) {
    refuseOtherLength(meta, beats);
    const { trees, modelHash } = await readTrees(readArtifact);
    return { outputs: await classProbabilities(trees, beats, control), threshold: null, modelHash, backend: "JavaScript", warnings: [] };
  },

  async explain(beat, classIndex, { readArtifact }) {
    const beats = { count: 1, samplesPerBeat: beat.length, samples: beat };
    refuseOtherLength(meta, beats);
    const { trees } = await readTrees(readArtifact);
    const { attributions } = explainScore(trees, beats, classIndex);
    return { kind: "attribution", method: METHOD, values: creditSamples(beat, attributions) };
  },
};

const METHOD = "TreeSHAP: exact Shapley values of the class’s score, in log-odds; what a measurement of the whole beat adds is shared by the samples it is read from";

/** Shapley values by feature of the score of class `classIndex` of the one beat; with `mean` they add up to the score. */
export function explainScore(model: BoostedTrees, beat: BeatInput, classIndex: number): { readonly mean: number; readonly attributions: Float64Array } {
  const { startScores, trees } = model;
  const bins = Uint8Array.from(binBeats(model, beat, { from: 0, to: 1 }), ([bin]) => bin);
  const attributions = new Float64Array(bins.length);
  let mean = startScores[classIndex];
  for (let tree = classIndex; tree + 1 < trees.roots.length; tree += startScores.length) mean += addTreeShap(trees, trees.roots[tree], bins, attributions);
  return { mean, attributions };
}

async function readTrees(readArtifact: ReadArtifact): Promise<{ readonly trees: BoostedTrees; readonly modelHash: string }> {
  const file = `${meta.id}/${TREES_FILE_NAME}`;
  const bytes = await readArtifact(file);
  return { trees: decodeTrees(bytes, file).model, modelHash: await sha256(bytes) };
}
