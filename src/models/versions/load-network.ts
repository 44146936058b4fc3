import * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import { modelOfBytes, type Shape } from "../artifacts/layers-model.ts";
import "../twelve-lead/normalization-layer.ts"; // Keras' Normalization, which TensorFlow.js does not have
import type { LayerConfig, NetworkFiles } from "./network-files.ts";
import { withWeightsAtMost } from "./weight-limit.ts";

/** Numbers that a layer may give for one example: twice as many as any layer that ships. Hundreds of examples are computed at once. */
const MOST_OUTPUTS = 1 << 17;
const MOST_LAYERS = 1000;

const ADVICE = "Choose the files of a TF.js layers model, as tensorflowjs_converter and model.save write them";

/**
 * A network of the user's, to be disposed of. Throws ProblemError `unknown-layers` or
 * `too-large-layer` before anything is built, `too-large-layer` too for a layer that gives more than memory holds, and `broken-model`
 * where it does not build, leaving no tensor behind.
 */
export async function loadNetwork({ fileName, topology, weights, layers }: NetworkFiles): Promise<tf.LayersModel> {
  refuseUnknownLayers(layers, fileName);
  const before = new Set(Object.keys(tf.engine().registeredVariables));
  try {
    const load = () => modelOfBytes({ topology, weights: weights.slice().buffer }, { file: fileName, advice: ADVICE });
    const network = await withWeightsAtMost(weights.length, load);
    refuseLargeLayers(network, fileName);
    return network;
  } catch (cause) {
    disposeVariablesBut(before);
    throw cause;
  }
}

/** Throws ProblemError `unexpected-model-shape`, with both shapes, unless the network has one input and one output, of these shapes. */
export function refuseOtherEnds(network: tf.LayersModel, { input, output }: { readonly input: Shape; readonly output: Shape }, file: string): void {
  const spelt = [network.inputs, network.outputs].map((ends) => ends.map(({ shape }) => spell(shape)).join(" and "));
  if (spelt[0] === spell(input) && spelt[1] === spell(output)) return;
  throw new ProblemError("unexpected-model-shape", `the network takes ${spelt[0]} and gives ${spelt[1]}, not ${spell(input)} to ${spell(output)}`, "Choose a network with this input and this output", { file });
}

const spell = (shape: Shape): string => `[${shape.map(spellSize).join(",")}]`;

/** TensorFlow.js takes what a file says for sizes, which may be anything. */
const spellSize = (size: unknown): string => (size === null ? "any" : typeof size === "number" ? String(size) : "no number");

/** The layers that TensorFlow.js has, and those that our own networks are made of. */
function refuseUnknownLayers(layers: readonly LayerConfig[], file: string): void {
  const known = tf.serialization.SerializationMap.getMap().classNameMap;
  if (layers.length > MOST_LAYERS) throw new ProblemError("too-large-layer", `the network has ${layers.length.toLocaleString("en-US")} layers, more than ${MOST_LAYERS.toLocaleString("en-US")}`, "Choose a smaller network", { file });
  const unknown = layers.filter(({ className }) => !Object.hasOwn(known, className));
  if (unknown.length === 0) return;
  const named = [...new Set(unknown.map(({ className, name }) => `${className} (${name})`))];
  throw new ProblemError("unknown-layers", `the network has layers that are not known here: ${named.slice(0, 5).join(", ")}`, "Rebuild it of the standard layers of TensorFlow.js; Keras' Normalization is known too", { file });
}

function refuseLargeLayers({ layers }: tf.LayersModel, file: string): void {
  const sizeOf = (shape: tf.Shape) => shape.reduce<number>((product, size) => product * (size ?? 1), 1);
  const outputsOf = ({ outputShape }: tf.layers.Layer) => (Array.isArray(outputShape[0]) ? (outputShape as tf.Shape[]) : [outputShape as tf.Shape]);
  const large = layers.find((layer) => outputsOf(layer).some((shape) => !(sizeOf(shape) <= MOST_OUTPUTS)));
  if (large === undefined) return;
  throw new ProblemError("too-large-layer", `its layer ${large.name} gives ${outputsOf(large).map(spell).join(" and ")}, more than ${MOST_OUTPUTS.toLocaleString("en-US")} numbers for one example`, "Choose a smaller network", { file });
}

/** A model whose building fails half way leaves the variables of its first layers. */
function disposeVariablesBut(kept: ReadonlySet<string>): void {
  for (const [name, variable] of Object.entries(tf.engine().registeredVariables)) if (!kept.has(name)) variable.dispose();
}
