import { createRequire } from "node:module";
import type { WasmPaths } from "./install-backends.ts";

const { resolve } = createRequire(import.meta.url);

/** The binaries of the installed package, for scripts and tests. */
export const nodeWasmPaths: WasmPaths = {
  simd: resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"),
  plain: resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"),
};
