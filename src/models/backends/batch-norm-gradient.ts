import * as tf from "@tensorflow/tfjs";

/**
 * Replaces the gradient of batch normalization, which in tfjs 4.22 copies each channel's statistics to the size of the
 * input and sums along strided axes. Here statistics are broadcast, and sums over all but the channels are products
 * with a row of ones, which XNNPACK computes with SIMD. Calling it again changes nothing.
 */
export function registerBatchNormGradient(): void {
  tf.registerGradient({
    kernelName: "FusedBatchNorm",
    inputsToSave: ["x", "mean", "variance", "scale"],
    gradFunc: (dy, saved, attrs) => {
      const [x, mean, variance, scale = tf.scalar(1)] = saved as (tf.Tensor | undefined)[] as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor?];
      const output = Array.isArray(dy) ? dy[0] : dy;
      const inverse = tf.rsqrt(tf.add(variance, Number(attrs["varianceEpsilon"])));
      const factor = tf.mul(inverse, scale);
      const sum = channelSums(output);
      const centredSum = channelSums(tf.mul(output, tf.sub(x, mean)));
      return {
        x: () => tf.mul(output, factor),
        mean: () => tf.neg(tf.mul(factor, sum)),
        variance: () => tf.mul(tf.mul(tf.mul(factor, tf.square(inverse)), -0.5), centredSum),
        scale: () => tf.mul(inverse, centredSum),
        offset: () => sum.clone(),
      };
    },
  });
}

function channelSums(values: tf.Tensor): tf.Tensor {
  const channels = values.shape[values.rank - 1];
  const rows = values.size / channels;
  return tf.matMul(tf.ones([1, rows]), values.reshape([rows, channels])).reshape([channels]);
}
