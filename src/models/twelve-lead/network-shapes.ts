import type * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import type { Shape } from "../artifacts/layers-model.ts";
import { NETWORK_INPUTS, NETWORK_OUTPUT } from "./inputs.ts";

const { signals, metadata } = NETWORK_INPUTS;
const spell = (shape: Shape): string => `[${shape.map((size) => size ?? "any").join(",")}]`;
const isOf = (shape: Shape, wanted: Shape): boolean => spell(shape) === spell(wanted);

/** Whether an input is the one that takes the signals: shapes tell the two apart, whatever they are called. */
export const isSignals = (shape: Shape): boolean => isOf(shape, signals.shape);

/**
 * Throws ProblemError `unexpected-model-shape`, with both shapes, unless the network takes signals and metadata as inputs.ts
 * says, in any order, and gives five numbers; the network is then disposed of.
 */
export function refuseOtherShapes(network: tf.LayersModel, file: string): void {
  const given = network.inputs.map(({ shape }) => shape);
  const hasInputs = given.length === 2 && given.some(isSignals) && given.some((shape) => isOf(shape, metadata.shape));
  const outputs = network.outputs.map(({ shape }) => shape);
  if (hasInputs && outputs.length === 1 && isOf(outputs[0], NETWORK_OUTPUT)) return;
  const inputs = network.inputs.map(({ shape }, i) => `${network.inputNames[i]} ${spell(shape)}`);
  network.dispose();
  throw new ProblemError(
    "unexpected-model-shape",
    `the network takes ${inputs.join(" and ")} and gives ${outputs.map(spell).join(" and ")}, not ${signals.name} ${spell(signals.shape)} and ${metadata.name} ${spell(metadata.shape)} to ${spell(NETWORK_OUTPUT)}`,
    "Choose a network with these inputs and this output",
    { file },
  );
}
