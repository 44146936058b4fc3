import { ProblemError } from "../../ecg/problem.ts";
import { loadLayersModel, type Shape } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { fuseConvolutions } from "../backends/fuse-convolutions.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";
import type { BeatInput, BeatModel, BeatModelMeta } from "../beat-model.ts";
import { integratedGradients } from "./integrated-gradients.ts";

export interface ClassifierShapes {
  readonly input: Shape;
  readonly output: Shape;
}

/** Large enough to keep the backend busy, small enough that a batch takes some tens of milliseconds. */
const BATCH_SIZE = 256;

/** A network of `public/models/<id>` as a model of single beats: it gives probabilities, explained by integrated gradients. */
export function networkClassifier(meta: BeatModelMeta, shapes: ClassifierShapes): BeatModel {
  return {
    async run(beats, { readArtifact, signal, onProgress }) {
      refuseOtherLength(meta, beats);
      const backend = await chooseBackend();
      const { model: loaded, sha256 } = await loadLayersModel(readArtifact, meta.id, shapes);
      const model = fuseConvolutions(loaded);
      try {
        const { samples, samplesPerBeat, count } = beats;
        const read = (index: number, input: Float32Array) => input.set(samples.subarray(index * samplesPerBeat, (index + 1) * samplesPerBeat));
        const outputs = await predictInBatches(model, { count, read }, { signal, onProgress, stage: "Classifying beats", batchSize: BATCH_SIZE });
        return { outputs, threshold: null, modelHash: sha256, backend: backend.name, warnings: [] };
      } finally {
        model.dispose();
      }
    },
    async explain(beat, classIndex, { readArtifact, signal }) {
      refuseOtherLength(meta, { count: 1, samplesPerBeat: beat.length, samples: beat });
      await chooseBackend();
      const { model } = await loadLayersModel(readArtifact, meta.id, shapes);
      try {
        signal.throwIfAborted();
        return { kind: "attribution", method: "Integrated gradients", values: await integratedGradients(model, beat, classIndex) };
      } finally {
        model.dispose();
      }
    },
  };
}

/** Throws the ProblemError "wrong-beat-length" for beats that are not of the model's length. */
export function refuseOtherLength({ name, samplesPerBeat }: BeatModelMeta, beats: BeatInput): void {
  if (beats.samplesPerBeat === samplesPerBeat) return;
  throw new ProblemError(
    "wrong-beat-length",
    `${name} takes beats of ${samplesPerBeat} samples, and these have ${beats.samplesPerBeat}`,
    "Choose a model for beats of this length, or open the file again and state its sampling rate, so that beats are resampled",
  );
}
