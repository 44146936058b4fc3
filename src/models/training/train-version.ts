import { ProblemError } from "../../ecg/problem.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { filesHash } from "../artifacts/files-hash.ts";
import type { BeatModelId } from "../beat-model.ts";
import type { ModelId } from "../model-id.ts";
import type { CheckpointStore } from "./checkpoint.ts";
import { siteCard } from "./site-card.ts";
import type { TrainBeatModel } from "./train-beat-model.ts";
import type { LabelledBeats, Trained, TrainVersion } from "./training-job.ts";

const BEAT_TRAINERS: Readonly<Record<BeatModelId, () => Promise<{ readonly train: TrainBeatModel }>>> = {
  "beat-cnn": () => import("../beat-cnn/train.ts"),
  "lstm-fcn": () => import("../lstm-fcn/train.ts"),
  "boosted-trees": () => import("../boosted-trees/train.ts"),
  "conv-autoencoder": () => import("../conv-autoencoder/train.ts"),
  "lstm-autoencoder": () => import("../lstm-autoencoder/train.ts"),
};

const isBeatModel = (id: ModelId): id is BeatModelId => Object.hasOwn(BEAT_TRAINERS, id);

/**
 * Trains a version in the app, by the code that trains what ships. Throws the ProblemError "not-trainable" for a model that does
 * not learn from such data, and what the training itself throws.
 */
export const trainVersion: TrainVersion = async (request, { signal, onProgress, onEpoch, readArtifact }) => {
  const { modelId, parameters, data, start, checkpoint, finish } = request;
  if (!isBeatModel(modelId) || data.kind !== "beats") {
    throw new ProblemError("not-trainable", `${modelId} cannot learn from this data in the app`, "Choose another model, or train it with npm run train and import the version");
  }
  const { train } = await BEAT_TRAINERS[modelId]();
  const kept = checkpointInHand(checkpoint);
  let metrics: Trained["metrics"] = {};
  const files = await train(
    { train: tableOf(data), rest: null, split: data.split, date: new Date().toISOString().slice(0, 10) },
    {
      signal,
      onProgress,
      parameters,
      finish,
      checkpoints: kept.store,
      ...(start !== null && { start: readArtifact }),
      onEpoch(reached) {
        metrics = reached.metrics;
        onEpoch({ ...reached, checkpoint: kept.latest() });
      },
    },
  );
  const version = Object.fromEntries([...files].map(([name, bytes]) => [name, name === "card.json" ? siteCard(bytes, request) : new Uint8Array(bytes)]));
  return { files: version, sha256: await filesHash(version), backend: await backendOf(modelId), metrics };
};

/** The last checkpoint, which the page stores: here it is only passed on. */
function checkpointInHand(first: Uint8Array<ArrayBuffer> | null): { readonly store: CheckpointStore; readonly latest: () => Uint8Array<ArrayBuffer> } {
  let latest = first;
  return {
    store: {
      read: () => Promise.resolve(latest),
      write: (bytes) => {
        latest = new Uint8Array(bytes);
        return Promise.resolve();
      },
    },
    // A copy: what is handed to the page is moved there.
    latest: () => latest?.slice() ?? new Uint8Array(),
  };
}

function tableOf({ beats, name, sha256 }: LabelledBeats): BeatTable {
  return { kind: "beats", files: [{ name, bytes: 0, sha256, rows: beats.count }], form: "other", beats, samplingRateHz: null, resampledFrom: null, findings: [] };
}

async function backendOf(modelId: BeatModelId): Promise<string> {
  if (modelId === "boosted-trees") return "JavaScript";
  const { chooseBackend } = await import("../backends/choose-backend.ts");
  return (await chooseBackend()).name;
}
