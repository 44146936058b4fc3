import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/**
 * Gives the WASM backend a `Slice` that copies what it is asked for: that of tfjs 4.22 first copies the whole input, which
 * makes cutting a long sequence into its steps quadratic in its length. Calling it again changes nothing.
 */
export function registerWasmSlice(): void {
  const shipped = tf.getKernel("Slice", "wasm");
  if (REGISTERED.has(shipped.kernelFunc)) return;
  const kernelFunc: tf.KernelFunc = (call) => ((call.inputs.x as tf.Tensor).dtype === "string" ? shipped.kernelFunc(call) : slice(call));
  REGISTERED.add(kernelFunc);
  tf.unregisterKernel("Slice", "wasm");
  tf.registerKernel({ ...shipped, kernelFunc });
}

const REGISTERED = new WeakSet<tf.KernelFunc>();

type HeapBackend = Pick<BackendWasm, "makeOutput" | "typedArrayFromHeap">;

const slice: tf.KernelFunc = (call) => {
  const backend = call.backend as HeapBackend;
  const x = call.inputs.x as tf.Tensor;
  const attrs = call.attrs as unknown as { readonly begin: number[]; readonly size: number[] };
  const [begin, size] = tf.slice_util.parseSliceParams(x, attrs.begin, attrs.size);
  const out = backend.makeOutput(size, x.dtype); // may move the heap, so the views are made after it
  if (tf.util.sizeFromShape(size) === 0) return out;
  const from = backend.typedArrayFromHeap(x);
  const to = backend.typedArrayFromHeap(out);

  // From the last axis that is not taken whole on, what is taken lies in one piece.
  let cut = x.shape.length - 1;
  while (cut > 0 && size[cut] === x.shape[cut]) cut--;
  const piece = tf.util.sizeFromShape(size.slice(cut));
  const strides = [...tf.util.computeStrides(x.shape), 1];
  let written = 0;
  const copy = (axis: number, offset: number) => {
    const first = offset + begin[axis] * strides[axis];
    if (axis === cut) {
      to.set(from.subarray(first, first + piece), written);
      written += piece;
      return;
    }
    for (let index = 0; index < size[axis]; index++) copy(axis + 1, first + index * strides[axis]);
  };
  copy(0, 0);
  return out;
};
