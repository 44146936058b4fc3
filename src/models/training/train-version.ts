import { ProblemError } from "../../ecg/problem.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { filesHash } from "../artifacts/files-hash.ts";
import type { BeatModelId } from "../beat-model.ts";
import type { ModelId } from "../model-id.ts";
import { REFERENCE_FILE } from "../drift/reference-file.ts";
import { referenceOf, type ReferenceData } from "../drift/reference-of.ts";
import { BEAT_TRAINERS } from "../trainers.ts";
import type { CheckpointStore } from "./checkpoint.ts";
import { checkpointShelf } from "./checkpoint-shelf.ts";
import type { OnEpoch } from "./fit.ts";
import { siteCard } from "./site-card.ts";
import { learnsFromRates, trainOnRates } from "./train-rates.ts";
import type { LabelledBeats, TrainControl, Trained, TrainingInput, TrainRequest, TrainVersion } from "./training-job.ts";

const isBeatModel = (id: ModelId): id is BeatModelId => Object.hasOwn(BEAT_TRAINERS, id);

/**
 * Trains a version in the app, by the code that trains what ships, and adds what later files are compared with. Throws the
 * ProblemError "not-trainable" for a model that does not learn from such data, and what the training itself throws.
 */
export const trainVersion: TrainVersion = async (request, control) => {
  const { modelId, data } = request;
  let metrics: Trained["metrics"] = {};
  const kept = checkpointInHand(request.checkpoint);
  const onEpoch: OnEpoch = ({ epoch, part, metrics: own }) => {
    // As `npm run train` names them, so that the curves of several networks stand side by side.
    metrics = part === undefined ? own : Object.fromEntries(Object.entries(own).map(([name, value]) => [`part ${part}/${name}`, value]));
    control.onEpoch({ epoch, metrics, checkpoint: kept.latest() });
  };
  const trained = await learn(request, { ...control, onEpoch }, kept.store);
  const files = {
    ...Object.fromEntries([...trained].map(([name, bytes]) => [name, name === "card.json" ? siteCard(bytes, request) : new Uint8Array(bytes)])),
    [REFERENCE_FILE]: await referenceOf(referenceData(data), control),
  };
  return { files, sha256: await filesHash(files), backend: await backendOf(modelId), metrics };
};

const referenceData = (data: TrainingInput): ReferenceData => (data.kind === "recordings" ? { kind: "recordings", leads: data.recordings } : data);

type LearnControl = Pick<TrainControl, "signal" | "onProgress" | "readArtifact"> & { readonly onEpoch: OnEpoch };

async function learn({ modelId, parameters, data, start, finish }: TrainRequest, { readArtifact, ...control }: LearnControl, checkpoints: CheckpointStore): Promise<Map<string, Uint8Array>> {
  if (data.kind === "heart-rate" && learnsFromRates(modelId)) {
    if (finish) throw new ProblemError("nothing-learnt", "this training keeps nothing before its end", "Let it finish, or start it again");
    return trainOnRates(modelId, data, control);
  }
  const date = new Date().toISOString().slice(0, 10);
  const options = { ...control, parameters, finish, ...(start !== null && { start: readArtifact }) };
  if (data.kind === "recordings" && modelId === "arrhythmia") {
    const [{ train }, { MEMBERS }] = await Promise.all([import("../arrhythmia/train.ts"), import("../arrhythmia/cross-train.ts")]);
    return train({ leads: data.recordings, source: { name: data.name, records: {} }, date }, { ...options, checkpoints: checkpointShelf(checkpoints, MEMBERS) });
  }
  if (data.kind !== "beats" || !isBeatModel(modelId)) {
    throw new ProblemError("not-trainable", `${modelId} cannot learn from this data in the app`, "Choose another model, or train it with npm run train and import the version");
  }
  const { train } = await BEAT_TRAINERS[modelId]();
  return train(
    { train: tableOf(data), rest: null, split: data.split, date },
    { ...options, checkpoints },
  );
}

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

async function backendOf(modelId: ModelId): Promise<string> {
  if (modelId === "boosted-trees" || modelId === "isolation-forest") return "JavaScript";
  const { chooseBackend } = await import("../backends/choose-backend.ts");
  return (await chooseBackend()).name;
}
