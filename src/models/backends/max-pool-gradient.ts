import * as tf from "@tensorflow/tfjs";

interface PoolAttrs {
  filterSize: [number, number] | number;
  strides: [number, number] | number;
  pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Gives the WASM backend a faster gradient of max pooling along one axis without overlap or padding, as 1D networks pool;
 * everything else goes to the shipped kernel. As there, the gradient goes to the first of equal maxima. Called before the
 * WASM backend starts; calling it again changes nothing.
 */
export function registerMaxPoolGradient(): void {
  const shipped = tf.getKernel("MaxPoolGrad", "wasm");
  if (REGISTERED.has(shipped.kernelFunc)) return;
  const kernelFunc: tf.KernelFunc = (call) => {
    const { dy, input } = call.inputs as { dy: tf.Tensor4D; input: tf.Tensor4D };
    const { filterSize, strides, pad, dimRoundingMode } = call.attrs as unknown as PoolAttrs;
    const info = tf.backend_util.computePool2DInfo(input.shape, filterSize, strides, 1, pad, dimRoundingMode);
    const isPlain = info.filterHeight === 1 && info.strideHeight === 1 && info.filterWidth === info.strideWidth && info.padInfo.left === 0 && info.padInfo.right === 0;
    return isPlain ? plainGradient(input, dy, info.filterWidth) : shipped.kernelFunc(call);
  };
  REGISTERED.add(kernelFunc);
  tf.unregisterKernel("MaxPoolGrad", "wasm");
  tf.registerKernel({ ...shipped, kernelFunc });
}

const REGISTERED = new WeakSet<tf.KernelFunc>();

function plainGradient(input: tf.Tensor4D, dy: tf.Tensor4D, size: number): tf.Tensor {
  const [batch, height, width, channels] = input.shape;
  const pooledWidth = dy.shape[2];
  const x = input.dataSync<"float32">();
  const slope = dy.dataSync<"float32">();
  const gradient = new Float32Array(x.length);
  for (let row = 0; row < batch * height; row++) {
    for (let pooled = 0; pooled < pooledWidth; pooled++) {
      const first = (row * width + pooled * size) * channels;
      const from = (row * pooledWidth + pooled) * channels;
      for (let channel = 0; channel < channels; channel++) {
        let highest = first + channel;
        for (let at = highest + channels; at < first + size * channels; at += channels) if (x[at] > x[highest]) highest = at;
        gradient[highest] = slope[from + channel];
      }
    }
  }
  return tf.tensor(gradient, input.shape);
}
