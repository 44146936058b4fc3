import * as tf from "@tensorflow/tfjs";

type AddWeight = (this: tf.layers.Layer, name: string, shape: tf.Shape, ...rest: readonly unknown[]) => unknown;

/**
 * Runs `load`, which builds a network of somebody's topology, with a limit to the weights that its layers ask for all together:
 * TensorFlow.js makes them all before it looks at those of the file. Rejects with a RangeError where they are more than `most`
 * numbers. Nothing else may build networks meanwhile.
 */
export async function withWeightsAtMost<T>(most: number, load: () => Promise<T>): Promise<T> {
  const layer = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = layer;
  let asked = 0;
  layer.addWeight = function (name, shape, ...rest) {
    asked += shape.reduce<number>((product, size) => product * (size ?? 1), 1);
    if (!(asked <= most)) throw new RangeError(`its layers have more weights than its files, as far as ${this.name}`);
    return addWeight.call(this, name, shape, ...rest);
  };
  try {
    return await load();
  } finally {
    layer.addWeight = addWeight;
  }
}
