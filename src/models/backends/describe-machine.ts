import * as tf from "@tensorflow/tfjs";
import type { Machine } from "../machine.ts";
import { chooseBackend } from "./choose-backend.ts";
import { webglLimits } from "./webgl-renderer.ts";

/** What this thread computes on. Rejects where no backend works. */
export async function describeMachine(): Promise<Machine> {
  const { name, reason } = await chooseBackend();
  const { numTensors, numBytes } = tf.memory();
  return { backend: name, reason, ...webglLimits(), tensors: numTensors, tensorBytes: numBytes, tensorFlowVersion: tf.version_core };
}
