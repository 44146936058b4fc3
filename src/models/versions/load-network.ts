import * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import { modelOfBytes, type Shape } from "../artifacts/layers-model.ts";
import "../twelve-lead/normalization-layer.ts"; // Keras' Normalization, which TensorFlow.js does not have
import type { LayerConfig, NetworkFiles } from "./network-files.ts";

const ADVICE = "Choose the files of a TF.js layers model, as tensorflowjs_converter and model.save write them";

/**
 * A network of the user's, to be disposed of. Throws ProblemError `unknown-layers` before anything is built, and `broken-model`
 * where it does not build, leaving no tensor behind.
 */
export async function loadNetwork({ fileName, topology, weights, layers }: NetworkFiles): Promise<tf.LayersModel> {
  refuseUnknownLayers(layers, fileName);
  const before = new Set(Object.keys(tf.engine().registeredVariables));
  return modelOfBytes({ topology, weights: weights.slice().buffer }, { file: fileName, advice: ADVICE }).catch((cause: unknown) => {
    disposeVariablesBut(before);
    throw cause;
  });
}

/** Throws ProblemError `unexpected-model-shape`, with both shapes, unless the network has one input and one output, of these shapes. */
export function refuseOtherEnds(network: tf.LayersModel, { input, output }: { readonly input: Shape; readonly output: Shape }, file: string): void {
  const spelt = [network.inputs, network.outputs].map((ends) => ends.map(({ shape }) => spell(shape)).join(" and "));
  if (spelt[0] === spell(input) && spelt[1] === spell(output)) return;
  throw new ProblemError("unexpected-model-shape", `the network takes ${spelt[0]} and gives ${spelt[1]}, not ${spell(input)} to ${spell(output)}`, "Choose a network with this input and this output", { file });
}

const spell = (shape: Shape): string => `[${shape.map((size) => size ?? "any").join(",")}]`;

/** The layers that TensorFlow.js has, and those that our own networks are made of. */
function refuseUnknownLayers(layers: readonly LayerConfig[], file: string): void {
  const known = tf.serialization.SerializationMap.getMap().classNameMap;
  const unknown = layers.filter(({ className }) => !Object.hasOwn(known, className));
  if (unknown.length === 0) return;
  const named = [...new Set(unknown.map(({ className, name }) => `${className} (${name})`))];
  throw new ProblemError("unknown-layers", `the network has layers that are not known here: ${named.slice(0, 5).join(", ")}`, "Rebuild it of the standard layers of TensorFlow.js; Keras' Normalization is known too", { file });
}

/** A model whose building fails half way leaves the variables of its first layers. */
function disposeVariablesBut(kept: ReadonlySet<string>): void {
  for (const [name, variable] of Object.entries(tf.engine().registeredVariables)) if (!kept.has(name)) variable.dispose();
}
