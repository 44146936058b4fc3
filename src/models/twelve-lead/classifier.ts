import * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import { prepareLeads, RATE_HZ, SAMPLES_PER_LEAD, type PreparedLeads } from "../../ecg/twelve-lead/prepare.ts";
import { loadLayersModel } from "../artifacts/layers-model.ts";
import { sha256 } from "../artifacts/sha256.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ReadArtifact } from "../detector.ts";
import type { Diagnosis, TwelveLeadInput } from "../recording-model.ts";
import type { FlatTrees } from "../trees/flat-trees.ts";
import { CLASSIFIER_FILE, decodeClassifierFile, TREES_FILE, type ClassifierFile } from "./classifier-file.ts";
import { treeProbabilities } from "./extra-trees.ts";
import { namedFeatures } from "./features.ts";
import { metadataOf, NETWORK_INPUTS, NETWORK_OUTPUT, signalsOf, type Metadata } from "./inputs.ts";
import { meta } from "./meta.ts";
import "./normalization-layer.ts";
import { isSignals, refuseOtherShapes } from "./network-shapes.ts";
import { decodeTrees } from "./trees-file.ts";

/** A twelve-lead classifier in memory, for any number of records; to be disposed of. */
export interface TwelveLeadClassifier {
  readonly file: ClassifierFile;
  /** Throws ProblemError as `prepareLeads` does, and `no-beats` where the leads hold no whole beat. */
  readonly diagnose: (input: TwelveLeadInput) => Promise<Diagnosis>;
  readonly dispose: () => void;
}

/** Loads the classifier, shipped or of a registered version. Throws ProblemError `broken-model`, `unexpected-model-shape` or `artifact-missing`. */
export async function openClassifier(readArtifact: ReadArtifact): Promise<TwelveLeadClassifier> {
  const read = (name: string) => readArtifact(`${meta.id}/${name}`);
  const backend = await chooseBackend();
  const fileBytes = await read(CLASSIFIER_FILE);
  const file = decodeClassifierFile(fileBytes, CLASSIFIER_FILE);
  const treeBytes = file.trees === null ? new ArrayBuffer(0) : await read(TREES_FILE);
  const trees = file.trees === null ? null : decodeTrees(treeBytes, TREES_FILE);
  const network = await loadLayersModel(readArtifact, meta.id, { input: null, output: NETWORK_OUTPUT });
  refuseOtherShapes(network.model, `${meta.id}/model.json`);
  const modelHash = await sha256(new TextEncoder().encode(network.sha256), fileBytes, treeBytes);
  return {
    file,
    async diagnose({ leads, samplingRateHz, patient }) {
      const prepared = prepareLeads(leads, samplingRateHz);
      const metadata = metadataOf(patient, file.imputation);
      const ofNetwork = file.networkShare === 0 ? null : await predictNetwork(network.model, signalsOf(prepared), metadata);
      const ofTrees = trees === null ? null : classProbabilities(trees, file, prepared, metadata);
      return {
        probabilities: Float32Array.from(file.classes, (_, k) => file.networkShare * (ofNetwork?.[k] ?? 0) + (1 - file.networkShare) * (ofTrees?.[k] ?? 0)),
        thresholds: file.thresholds,
        imputed: metadata.imputed,
        modelHash,
        backend: backend.name,
        warnings: warningsOf(prepared),
        ...(file.imported && { imported: file.imported }),
      };
    },
    dispose: () => network.model.dispose(),
  };
}

/** The network's five probabilities for one record; `signals` as `signalsOf` orders them. */
export async function predictNetwork(network: tf.LayersModel, signals: Float32Array, metadata: Metadata): Promise<Float32Array<ArrayBuffer>> {
  const output = tf.tidy(() => {
    const inputs = network.inputs.map(({ shape }) =>
      isSignals(shape) ? tf.tensor(signals, [1, ...NETWORK_INPUTS.signals.shape.slice(1)] as number[]) : tf.tensor(metadata.values, [1, metadata.values.length]),
    );
    return network.apply(inputs, { training: false }) as tf.Tensor;
  });
  try {
    return new Float32Array(await output.data());
  } finally {
    output.dispose();
  }
}

function classProbabilities(trees: FlatTrees, { trees: layout, classes }: ClassifierFile, prepared: PreparedLeads, metadata: Metadata): number[] {
  const named = namedFeatures(prepared, metadata);
  if (named === null) throw new ProblemError("no-beats", "No heartbeat is found in the recording", "Check that it is an ECG in mV and that its electrodes were attached");
  const columns = (layout?.features ?? []).map((name) => Float32Array.of(named[name]));
  const perClass = layout?.perClass ?? 0;
  return classes.map((_, k) => treeProbabilities({ ...trees, roots: trees.roots.subarray(k * perClass, (k + 1) * perClass + 1) }, columns)[0]);
}

function warningsOf({ recordedSamples }: PreparedLeads): string[] {
  if (recordedSamples === SAMPLES_PER_LEAD) return [];
  return [`The recording lasts ${(recordedSamples / RATE_HZ).toFixed(1)} s; the model learnt from ten seconds, so silence was added at its end.`];
}
