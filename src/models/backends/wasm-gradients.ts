import * as tf from "@tensorflow/tfjs";

type Shape4D = [number, number, number, number];

/** The attributes that tfjs-core passes to both gradient kernels. */
interface ConvolutionAttrs {
  strides: [number, number] | number;
  pad: "valid" | "same" | number | tf.backend_util.ExplicitPadding;
  dataFormat: "NHWC" | "NCHW";
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Gives the WASM backend the convolution gradients it needs for training: `Conv2DBackpropFilter`, which tfjs 4.22 lacks
 * there, and a faster `Conv2DBackpropInput`. Both are written as forward convolutions, which XNNPACK computes with SIMD.
 * Called before the WASM backend starts; calling it again changes nothing.
 */
export function registerWasmGradients(): void {
  if (tf.getKernelsForBackend("wasm").some(({ kernelName }) => kernelName === "Conv2DBackpropFilter")) return;
  const shipped = tf.getKernel("Conv2DBackpropInput", "wasm");

  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => filterGradient(inputs as FilterGradientInputs, attrs as unknown as FilterGradientAttrs),
  });
  tf.unregisterKernel("Conv2DBackpropInput", "wasm");
  tf.registerKernel({
    ...shipped,
    kernelFunc: (call) =>
      inputGradient(call.inputs as InputGradientInputs, call.attrs as unknown as InputGradientAttrs) ?? shipped.kernelFunc(call),
  });
}

type FilterGradientInputs = { x: tf.Tensor4D; dy: tf.Tensor4D };
type FilterGradientAttrs = ConvolutionAttrs & { filterShape: Shape4D };

/**
 * dW[i,j,c,o] = Σ x[b, y·s+i, x·s+j, c] · dy[b, y, x, o]: a forward convolution of x as [inChannels, height, width, batch]
 * with dy as the filter [outHeight, outWidth, batch, outChannels], dilated by the stride.
 */
function filterGradient({ x, dy }: FilterGradientInputs, attrs: FilterGradientAttrs): tf.Tensor {
  const { filterShape } = attrs;
  const [filterHeight, filterWidth, inChannels, outChannels] = filterShape;
  return tf.tidy(() => {
    const { padInfo, strideHeight, strideWidth } = convolutionInfo(x.shape, filterShape, attrs);
    const padded = tf.pad(x, [[0, 0], [padInfo.top, padInfo.bottom], [padInfo.left, padInfo.right], [0, 0]]);
    const gradient = tf.conv2d(
      tf.transpose(padded, [3, 1, 2, 0]),
      tf.transpose(dy, [1, 2, 0, 3]),
      1,
      "valid",
      "NHWC",
      [strideHeight, strideWidth],
    );
    // Where the stride does not reach the last columns of x, the convolution is wider than the filter.
    return tf.transpose(tf.slice(gradient, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels]), [1, 2, 0, 3]);
  });
}

type InputGradientInputs = { dy: tf.Tensor4D; filter: tf.Tensor4D };
type InputGradientAttrs = ConvolutionAttrs & { inputShape: Shape4D };

/** With stride 1, the forward convolution of dy with the reversed filter, its channels swapped; null where that does not apply. */
function inputGradient({ dy, filter }: InputGradientInputs, attrs: InputGradientAttrs): tf.Tensor | null {
  const { padInfo, strideHeight, strideWidth, filterHeight, filterWidth } = convolutionInfo(attrs.inputShape, filter.shape, attrs);
  const top = filterHeight - 1 - padInfo.top;
  const bottom = filterHeight - 1 - padInfo.bottom;
  const left = filterWidth - 1 - padInfo.left;
  const right = filterWidth - 1 - padInfo.right;
  if (strideHeight !== 1 || strideWidth !== 1 || Math.min(top, bottom, left, right) < 0) return null;
  return tf.tidy(() =>
    tf.conv2d(dy, tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]), 1, [[0, 0], [top, bottom], [left, right], [0, 0]]),
  );
}

function convolutionInfo(inputShape: Shape4D, filterShape: Shape4D, attrs: ConvolutionAttrs) {
  if (attrs.dataFormat !== "NHWC") throw new Error("The WASM backend convolves in NHWC order only.");
  return tf.backend_util.computeConv2DInfo(inputShape, filterShape, attrs.strides, 1, attrs.pad, attrs.dimRoundingMode);
}
