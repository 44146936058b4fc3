import * as tf from "@tensorflow/tfjs";
import { encodeOnnx, type Graph, type Initializer, type Node } from "./onnx-model.ts";
import { translateLayer, type Convolutions, type Weights } from "./translate-layer.ts";

/**
 * A 1-D convolutional network as an ONNX file with the same weights: a chain of the layers that `translateLayer` knows.
 * TensorFlow.js keeps beats as [batch, time, channels], ONNX as [batch, channels, time]: the file takes "beats" of
 * [batch, channels, (1,) time], and the first dense layer's rows are reordered so that nothing is transposed when it runs.
 */
export async function exportSequential(model: tf.LayersModel, convolutions: Convolutions): Promise<Uint8Array<ArrayBuffer>> {
  const [, time, channels] = model.inputs[0].shape;
  const outputs = model.outputs[0].shape.slice(1);
  const nodes: Node[] = [];
  const initializers: Initializer[] = [];
  let last = "beats";
  let flattened: readonly (number | null)[] | null = null;
  for (const layer of model.layers) {
    const type = layer.getClassName();
    const translated = translateLayer(type, {
      name: layer.name, input: last, config: layer.getConfig(), weights: await weightsOf(layer), flattened, convolutions,
    });
    nodes.push(...translated.nodes);
    initializers.push(...translated.constants);
    last = nodes.at(-1)?.output ?? last;
    if (type === "Flatten") flattened = (layer.input as tf.SymbolicTensor).shape.slice(1);
    if (type === "Dense") flattened = null;
  }
  const graph: Graph = {
    nodes,
    initializers,
    input: { name: "beats", shape: convolutions === "1d" ? [null, channels, time] : [null, channels, 1, time] },
    output: { name: last, shape: [null, ...outputs] },
  };
  return encodeOnnx(graph);
}

async function weightsOf(layer: tf.layers.Layer): Promise<Weights[]> {
  return Promise.all(layer.getWeights().map(async (tensor) => ({ shape: tensor.shape, values: await tensor.data<"float32">() })));
}
