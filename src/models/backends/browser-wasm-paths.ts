import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import type { WasmPaths } from "./install-backends.ts";

/** The binaries as the built app serves them from its own origin. */
export const browserWasmPaths: WasmPaths = { simd, plain };
