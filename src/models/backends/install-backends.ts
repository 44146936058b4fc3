import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { registerBatchNormGradient } from "./batch-norm-gradient.ts";
import { registerMaxPoolGradient } from "./max-pool-gradient.ts";
import { registerUnstackGradient } from "./unstack-gradient.ts";
import { registerWasmGradients } from "./wasm-gradients.ts";
import { registerWasmSlice } from "./wasm-slice.ts";

/** Where the WASM binaries lie: URLs of our own origin in the browser, file paths in Node. */
export interface WasmPaths {
  readonly simd: string;
  readonly plain: string;
}

/**
 * Prepares TensorFlow.js once per thread, before anything else uses it: called by the worker with URLs
 * (browser-wasm-paths.ts) and by scripts and tests with file paths (node-wasm-paths.ts). Computes nothing yet.
 */
export function installBackends({ simd, plain }: WasmPaths): void {
  tf.enableProdMode(); // without it TensorFlow.js greets on the console in Node
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false); // the threaded build breaks under minification
  setWasmPaths({
    "tfjs-backend-wasm.wasm": plain,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": simd, // asked for by setWasmPaths, never loaded
  });
  registerWasmGradients();
  registerMaxPoolGradient();
  registerBatchNormGradient();
  registerUnstackGradient();
  registerWasmSlice();
}
