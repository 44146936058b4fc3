import * as tf from "@tensorflow/tfjs";
import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";
import { ProblemError } from "../../ecg/problem.ts";
import { rejectBackend } from "./choose-backend.ts";

/**
 * Browsers take a page's WebGL context away when the driver restarts or another page needs the GPU; what was computed meanwhile
 * is wrong, and nothing says so. To be called after a computation: takes WebGL out of use where that has happened, and throws
 * the ProblemError "gpu-lost".
 */
export async function requireGpu(): Promise<void> {
  if (tf.getBackend() !== "webgl") return;
  const { gpgpu } = tf.backend() as Pick<MathBackendWebGL, "gpgpu"> & tf.KernelBackend;
  if (!gpgpu.gl.isContextLost()) return;
  const { name } = await rejectBackend("the browser took its context away");
  throw new ProblemError("gpu-lost", "The browser took the graphics processor away meanwhile, so what it computed was discarded", `Start it again: it is computed by ${name} now`);
}
