import * as tf from "@tensorflow/tfjs";
import { toFloat16 } from "../../ecg/numeric/float16.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { ReadArtifact } from "../detector.ts";
import { sha256 } from "./sha256.ts";

const TOPOLOGY_FILE = "model.json";
const WEIGHTS_FILE = "weights.bin";

/** A shape with the batch first; null is open. */
export type Shape = readonly (number | null)[];

export interface LoadedModel {
  /** to be disposed of by the caller */
  readonly model: tf.LayersModel;
  /** of model.json and weights.bin one after another, hex */
  readonly sha256: string;
}

/**
 * A model as the two files TensorFlow.js loads: model.json and, in little-endian order, weights.bin. With float16 the
 * weights take half the space and are rounded to 11 significant bits. The same weights and layer names give the same
 * bytes: name every layer, since TensorFlow.js numbers the others as they come.
 */
export async function layersModelFiles(model: tf.LayersModel, precision: "float32" | "float16" = "float32"): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const handler = tf.io.withSaveHandler(({ weightData, weightSpecs, ...artifacts }) => {
    if (weightData === undefined || weightSpecs === undefined) throw new Error("The model has no weights to save.");
    const json: tf.io.ModelJSON = {
      ...(artifacts as Pick<tf.io.ModelJSON, "modelTopology" | "format" | "generatedBy">),
      weightsManifest: [{ paths: [WEIGHTS_FILE], weights: precision === "float32" ? weightSpecs : weightSpecs.map(inFloat16) }],
    };
    const weights = tf.io.CompositeArrayBuffer.join(weightData);
    files.set(TOPOLOGY_FILE, new TextEncoder().encode(JSON.stringify(json)));
    files.set(WEIGHTS_FILE, new Uint8Array(precision === "float32" ? weights : toFloat16(new Float32Array(weights)).buffer));
    return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } });
  });
  await model.save(handler);
  return files;
}

function inFloat16(spec: tf.io.WeightsManifestEntry): tf.io.WeightsManifestEntry {
  if (spec.dtype !== "float32") throw new Error(`${spec.name} is of type ${spec.dtype}, not float32.`);
  return { ...spec, quantization: { dtype: "float16" } };
}

/**
 * Loads the model in `folder`, e.g. "heart-rate-cnn". Throws a ProblemError "broken-model" if its files do not make a
 * model, and "unexpected-model-shape" if that model's input or output is not of the expected shape.
 */
export async function loadLayersModel(
  readArtifact: ReadArtifact,
  folder: string,
  expected: { /** null where the caller checks it */ readonly input: Shape | null; readonly output: Shape },
): Promise<LoadedModel> {
  const [topology, weights] = await Promise.all([readArtifact(`${folder}/${TOPOLOGY_FILE}`), readArtifact(`${folder}/${WEIGHTS_FILE}`)]);
  const model = await modelOfBytes({ topology, weights }, { file: `${folder}/${TOPOLOGY_FILE}`, advice: REINSTALL });
  const mismatch = (expected.input && describeMismatch("input", model.inputs, expected.input)) ?? describeMismatch("output", model.outputs, expected.output);
  if (mismatch !== null) {
    model.dispose();
    throw new ProblemError("unexpected-model-shape", mismatch, REINSTALL, { file: `${folder}/${TOPOLOGY_FILE}` });
  }
  return { model, sha256: await sha256(topology, weights) };
}

const REINSTALL = "Reload the app while online, so that its model files are fetched again";

/** The model of a topology and all its weights one after another, to be disposed of. Throws ProblemError `broken-model` with the file and the advice. */
export async function modelOfBytes(
  { topology, weights }: { readonly topology: ArrayBuffer | Uint8Array; readonly weights: ArrayBuffer },
  { file, advice }: { readonly file: string; readonly advice: string },
): Promise<tf.LayersModel> {
  try {
    const json = JSON.parse(new TextDecoder().decode(topology)) as tf.io.ModelJSON;
    const specs = json.weightsManifest.flatMap(({ weights }) => weights);
    const artifacts = await tf.io.getModelArtifactsForJSON(json, () => Promise.resolve([specs, weights]));
    return await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  } catch (cause) {
    throw new ProblemError("broken-model", `the model cannot be loaded (${whyOf(cause)})`, advice, { file }, { cause });
  }
}

function describeMismatch(end: "input" | "output", [{ shape }]: readonly tf.SymbolicTensor[], expected: Shape): string | null {
  const same = shape.length === expected.length && shape.every((size, axis) => size === expected[axis]);
  return same ? null : `the model's ${end} has the shape ${spell(shape)}, not ${spell(expected)} as expected`;
}

const spell = (shape: Shape): string => `[${shape.map((size) => size ?? "any").join(", ")}]`;

/** What TensorFlow.js says of a failure, in a line. */
export function whyOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.split("\n")[0].replaceAll("[object Object]", "what is no text") : String(cause);
}
