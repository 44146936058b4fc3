import * as tf from "@tensorflow/tfjs";
import type { BeatModelId } from "../beat-model.ts";
import type { DetectorId, ReadArtifact } from "../detector.ts";
import "../twelve-lead/normalization-layer.ts"; // its network has a layer that TensorFlow.js does not know
import type { RecordingModelId } from "../recording-model.ts";
import type { LayerRow, LayerTable } from "../layer-table.ts";

const WITHOUT_LAYERS: ReadonlySet<DetectorId | BeatModelId | RecordingModelId> = new Set(["rolling-median", "isolation-forest", "boosted-trees"]);

/**
 * The layers of a shipped network as Keras prints them in `model.summary()`; null for a rule, a forest or boosted trees.
 * Reads model.json alone: shapes and counts do not depend on what was learnt. Uses the backend that is set, and leaves
 * no tensor behind.
 */
export async function layerTableOf(readArtifact: ReadArtifact, id: DetectorId | BeatModelId | RecordingModelId): Promise<LayerTable | null> {
  if (WITHOUT_LAYERS.has(id)) return null;
  const topology = new TextDecoder().decode(await readArtifact(`${id}/model.json`));
  const model = await withZeroWeights(JSON.parse(topology) as tf.io.ModelJSON);
  try {
    return layerTable(model);
  } finally {
    model.dispose();
  }
}

/** The layer table of a model at hand. */
export function layerTable(model: tf.LayersModel): LayerTable {
  const listed = new Set(model.layers);
  return {
    layers: model.layers.map((layer) => rowOf(layer, listed)),
    totalParameters: model.countParams(),
    trainableParameters: model.trainableWeights.reduce((sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]), 0),
  };
}

/** A Sequential does not list the input layer it makes for itself, so nothing is said to be connected to that one. */
function rowOf(layer: tf.layers.Layer, listed: ReadonlySet<tf.layers.Layer>): LayerRow {
  const inputs = layer.inboundNodes.flatMap(({ inboundLayers }) => inboundLayers).filter((input) => listed.has(input));
  return {
    name: layer.name,
    type: layer.getClassName(),
    outputShape: firstShape(layer.outputShape),
    parameters: layer.countParams(),
    connectedTo: inputs.map(({ name }) => name),
  };
}

const firstShape = (shape: tf.Shape | tf.Shape[]): tf.Shape => (Array.isArray(shape[0]) ? shape[0] : (shape as tf.Shape));

/** Zeros in place of the weights: without any, TensorFlow.js would draw them, which takes seconds for an LSTM. */
async function withZeroWeights(json: tf.io.ModelJSON): Promise<tf.LayersModel> {
  const specs = json.weightsManifest.flatMap(({ weights }) => weights).map(({ name, shape, dtype }) => ({ name, shape, dtype }));
  const bytes = specs.reduce((sum, { shape, dtype }) => sum + tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype), 0);
  const artifacts = await tf.io.getModelArtifactsForJSON(json, () => Promise.resolve([specs, new ArrayBuffer(bytes)]));
  return tf.loadLayersModel(tf.io.fromMemory(artifacts));
}
