import * as tf from "@tensorflow/tfjs";

type AddWeight = (this: tf.layers.Layer, name: string, shape: tf.Shape, ...rest: readonly unknown[]) => unknown;
type LoadWeights = (this: tf.LayersModel, weights: tf.NamedTensorMap, isStrict?: boolean) => void;

/**
 * Runs `load`, which builds a network of somebody's topology, with a limit to the weights that its layers ask for all together:
 * TensorFlow.js makes them all before it looks at those of the file. Where those do not fit, they are let go of, which
 * TensorFlow.js forgets. Rejects with a RangeError where the layers ask for more than `most` numbers. Nothing else may build
 * networks meanwhile.
 */
export async function withWeightsAtMost<T>(most: number, load: () => Promise<T>): Promise<T> {
  const layer = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const model = Object.getPrototypeOf(tf.LayersModel.prototype) as { loadWeights: LoadWeights };
  const [{ addWeight }, { loadWeights }] = [layer, model];
  let asked = 0;
  layer.addWeight = function (name, shape, ...rest) {
    asked += shape.reduce<number>((product, size) => product * (size ?? 1), 1);
    if (!(asked <= most)) throw new RangeError(`its layers have more weights than its files, as far as ${this.name}`);
    // Its first values are a tensor of their own, which is left where the name of the weight is refused.
    tf.engine().startScope();
    try {
      return addWeight.call(this, name, shape, ...rest);
    } finally {
      tf.engine().endScope();
    }
  };
  model.loadWeights = function (weights, isStrict) {
    try {
      loadWeights.call(this, weights, isStrict);
    } catch (cause) {
      tf.dispose(weights);
      throw cause;
    }
  };
  try {
    return await load();
  } finally {
    layer.addWeight = addWeight;
    model.loadWeights = loadWeights;
  }
}
