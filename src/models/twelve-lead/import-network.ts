import * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import { SAMPLES_PER_LEAD } from "../../ecg/twelve-lead/prepare.ts";
import { modelOfBytes } from "../artifacts/layers-model.ts";
import { filesHash } from "../artifacts/files-hash.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ImportedVersion } from "../../lifecycle/registry/model-version.ts";
import type { ReadArtifact } from "../detector.ts";
import { SUPERCLASSES } from "../recording-model.ts";
import { CLASSIFIER_FILE, decodeClassifierFile, encodeClassifierFile, type ClassifierFile } from "./classifier-file.ts";
import { predictNetwork } from "./classifier.ts";
import { imputationFrom, metadataOf } from "./inputs.ts";
import { meta } from "./meta.ts";
import { readNetworkFiles, type LayerConfig } from "./network-files.ts";
import { refuseOtherShapes } from "./network-shapes.ts";

const DEFAULT_THRESHOLD = 0.5;
const ADVICE = "Choose the files of a TF.js layers model, as tensorflowjs_converter and model.save write them";
const NOBODY = { ageYears: null, sex: null, heightCm: null, weightKg: null };

/**
 * Reads the files of a network, loads it, and asks it once about silence. Throws ProblemError as `readNetworkFiles` and
 * `refuseOtherShapes` do, `unknown-layers`, `broken-model`, and `no-probabilities` where its answer is none. Leaves no tensor behind.
 */
export async function importNetwork(files: readonly File[], readArtifact: ReadArtifact): Promise<ImportedVersion> {
  const { fileName, topology, weights, layers, thresholds } = await readNetworkFiles(files);
  refuseUnknownLayers(layers, fileName);
  await chooseBackend();
  const before = new Set(Object.keys(tf.engine().registeredVariables));
  const network = await modelOfBytes({ topology, weights: weights.slice().buffer }, { file: fileName, advice: ADVICE }).catch((cause: unknown) => {
    disposeVariablesBut(before);
    throw cause;
  });
  refuseOtherShapes(network, fileName);
  try {
    const answer = await predictNetwork(network, new Float32Array(SAMPLES_PER_LEAD * 12), metadataOf(NOBODY, imputationFrom([])));
    if (!answer.every((value) => value >= 0 && value <= 1)) {
      throw new ProblemError("no-probabilities", `asked about silence, the network answers ${Array.from(answer, (value) => value.toPrecision(3)).join(", ")}, which are no probabilities`, "Choose a network that ends in five sigmoids", { file: fileName });
    }
    const shipped = decodeClassifierFile(await readArtifact(`${meta.id}/${CLASSIFIER_FILE}`), CLASSIFIER_FILE);
    const classifier: ClassifierFile = {
      ...shipped,
      classes: SUPERCLASSES.map(({ code }) => code),
      thresholds: thresholds ?? SUPERCLASSES.map(() => DEFAULT_THRESHOLD),
      networkShare: 1,
      trees: null,
      imported: { fileName, importedAt: new Date().toISOString() },
    };
    const version = { "model.json": topology, "weights.bin": weights, [CLASSIFIER_FILE]: new Uint8Array(encodeClassifierFile(classifier)) };
    return { files: version, sha256: await filesHash(version), fileName };
  } finally {
    network.dispose();
  }
}

/** Before anything is built: the layers that TensorFlow.js has, and Keras' Normalization. */
function refuseUnknownLayers(layers: readonly LayerConfig[], file: string): void {
  const known = tf.serialization.SerializationMap.getMap().classNameMap;
  const unknown = layers.filter(({ className }) => !(className in known));
  if (unknown.length === 0) return;
  const named = [...new Set(unknown.map(({ className, name }) => `${className} (${name})`))];
  throw new ProblemError("unknown-layers", `the network has layers that are not known here: ${named.slice(0, 5).join(", ")}`, "Rebuild it of the standard layers of TensorFlow.js; Keras' Normalization is known too", { file });
}

/** A model whose building fails half way leaves the variables of its first layers. */
function disposeVariablesBut(kept: ReadonlySet<string>): void {
  for (const [name, variable] of Object.entries(tf.engine().registeredVariables)) if (!kept.has(name)) variable.dispose();
}
