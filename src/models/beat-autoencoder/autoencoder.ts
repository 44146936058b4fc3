import type * as tf from "@tensorflow/tfjs";
import { quantileOfSorted } from "../../ecg/numeric/quantile.ts";
import { loadLayersModel, type LoadedModel, type Shape } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { refuseOtherLength } from "../beat-length.ts";
import type { BeatModel, BeatModelMeta } from "../beat-model.ts";
import type { ReadArtifact } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import { scaleWarning } from "./learnt-scale.ts";
import { reconstruct, reconstructionErrors } from "./reconstruction.ts";

/**
 * The errors of normal beats that the network has not learnt from, in ascending order, float32 in little-endian order: any
 * quantile of them can be taken exactly.
 */
export const VALIDATION_ERRORS_FILE = "validation-errors.bin";

/** What a network's own folder adds. */
export interface AutoencoderNetwork {
  readonly meta: BeatModelMeta;
  readonly shapes: { readonly input: Shape; readonly output: Shape };
  /** large enough to keep the backend busy, small enough that a batch takes some tens of milliseconds */
  readonly batchSize: number;
  /** what is done to the network after loading; nothing where absent */
  readonly prepare?: (model: tf.LayersModel) => tf.LayersModel;
}

/** A network of `public/models/<id>` that redraws beats, as a model of single beats: it gives each beat's error, explained by the redrawn beat. */
export function networkAutoencoder(network: AutoencoderNetwork): BeatModel {
  const { meta, batchSize } = network;
  return {
    async run(beats, { parameters, readArtifact, signal, onProgress }) {
      refuseOtherLength(meta, beats);
      const quantile = numberValue(meta, parameters, "errorQuantile");
      const backend = await chooseBackend();
      const validationErrors = new Float32Array(await readArtifact(`${meta.id}/${VALIDATION_ERRORS_FILE}`));
      const { model, sha256 } = await loadAutoencoder(network, readArtifact);
      try {
        const reconstruction = await reconstruct(model, beats, { batchSize, signal, onProgress });
        const warning = scaleWarning(beats);
        return {
          outputs: reconstructionErrors(beats, reconstruction),
          threshold: quantileOfSorted(validationErrors, quantile),
          modelHash: sha256,
          backend: backend.name,
          warnings: warning === null ? [] : [warning],
        };
      } finally {
        model.dispose();
      }
    },
    async explain(beat, _classIndex, { readArtifact, signal, onProgress }) {
      const beats = { count: 1, samplesPerBeat: beat.length, samples: beat };
      refuseOtherLength(meta, beats);
      await chooseBackend();
      const { model } = await loadAutoencoder(network, readArtifact);
      try {
        const samples = await reconstruct(model, beats, { batchSize: 1, signal, onProgress });
        return { kind: "reconstruction", samples, error: reconstructionErrors(beats, samples)[0] };
      } finally {
        model.dispose();
      }
    },
  };
}

/** The network as its files in the folder `meta.id` say; the caller disposes of the model. */
export async function loadAutoencoder({ meta, shapes, prepare }: AutoencoderNetwork, readArtifact: ReadArtifact): Promise<LoadedModel> {
  const { model, sha256 } = await loadLayersModel(readArtifact, meta.id, shapes);
  return { model: prepare?.(model) ?? model, sha256 };
}
