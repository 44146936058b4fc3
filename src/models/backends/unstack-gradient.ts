import * as tf from "@tensorflow/tfjs";

/**
 * Replaces the gradient of unstacking, which in tfjs 4.22 fails where there is one piece only, as for a recurrent layer
 * that sees its input as one time step: the tape hands over a tensor then, not a list. Calling it again changes nothing.
 */
export function registerUnstackGradient(): void {
  tf.registerGradient({
    kernelName: "Unpack",
    gradFunc: (dy, _saved, attrs) => ({ value: () => tf.stack(Array.isArray(dy) ? dy : [dy], Number(attrs["axis"])) }),
  });
}
