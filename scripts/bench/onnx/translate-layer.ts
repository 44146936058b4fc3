import type * as tf from "@tensorflow/tfjs";
import type { Initializer, Node } from "./onnx-model.ts";

/** How convolutions are written: as 1-D ones, or as 2-D ones over a height of 1. */
export type Convolutions = "1d" | "2d";

export interface Weights {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface LayerCall {
  readonly name: string;
  /** name of the tensor it takes */
  readonly input: string;
  readonly config: tf.serialization.ConfigDict;
  readonly weights: readonly Weights[];
  /** [time, channels] as they were before a Flatten that no dense layer has followed yet */
  readonly flattened: readonly (number | null)[] | null;
  readonly convolutions: Convolutions;
}

/** A layer's operators, the last one's output being the layer's, and their constants. */
export interface TranslatedLayer {
  readonly nodes: readonly Node[];
  readonly constants: readonly Initializer[];
}

const NOTHING: TranslatedLayer = { nodes: [], constants: [] };

/** A Keras layer of class `type` in ONNX operators; throws an Error for one that it does not know. */
export function translateLayer(type: string, call: LayerCall): TranslatedLayer {
  switch (type) {
    case "InputLayer":
    case "Dropout":
      return NOTHING;
    case "Conv1D":
      return convolution(call);
    case "BatchNormalization":
      return normalization(call);
    case "ReLU":
      return { nodes: [{ type: "Relu", inputs: [call.input], output: call.name }], constants: [] };
    case "MaxPooling1D":
      return pooling(call);
    case "Flatten":
      return { nodes: [{ type: "Flatten", inputs: [call.input], output: call.name, attributes: { axis: { int: 1 } } }], constants: [] };
    case "Dense":
      return dense(call);
    default:
      throw new Error(`${call.name}: no ONNX operator for a layer of type ${type}`);
  }
}

/** Kernels come as [taps, in, out], and ONNX wants [out, in, (1,) taps]. */
function convolution({ name, input, config, weights: [kernel, bias], convolutions }: LayerCall): TranslatedLayer {
  const [taps, inChannels, outChannels] = kernel.shape;
  const values = new Float32Array(kernel.values.length);
  for (let tap = 0; tap < taps; tap++) {
    for (let from = 0; from < inChannels; from++) {
      for (let to = 0; to < outChannels; to++) values[(to * inChannels + from) * taps + tap] = kernel.values[(tap * inChannels + from) * outChannels + to];
    }
  }
  const [stride] = config.strides as number[];
  if (stride !== 1) throw new Error(`${name}: a stride of ${stride} is not translated`);
  const before = config.padding === "same" ? Math.floor((taps - 1) / 2) : 0;
  const after = config.padding === "same" ? taps - 1 - before : 0;
  const flat = convolutions === "2d";
  const constants: Initializer[] = [{ name: `${name}.kernel`, shape: [outChannels, inChannels, ...(flat ? [1] : []), taps], values }];
  if (config.useBias === true) constants.push({ name: `${name}.bias`, shape: [outChannels], values: bias.values });
  const inputs = [input, ...constants.map((constant) => constant.name)];
  const node: Node = { type: "Conv", inputs, output: `${name}.sum`, attributes: { pads: { ints: flat ? [0, before, 0, after] : [before, after] } } };
  return { nodes: [node, ...activation(config, node.output, name)], constants };
}

function normalization({ name, input, config, weights }: LayerCall): TranslatedLayer {
  if (config.scale !== true || config.center !== true) throw new Error(`${name}: a normalization without scale or centre is not translated`);
  const constants = ["gamma", "beta", "mean", "variance"].map((part, index) => ({ name: `${name}.${part}`, ...weights[index] }));
  const inputs = [input, ...constants.map((constant) => constant.name)];
  return { nodes: [{ type: "BatchNormalization", inputs, output: name, attributes: { epsilon: { float: Number(config.epsilon) } } }], constants };
}

function pooling({ name, input, config, convolutions }: LayerCall): TranslatedLayer {
  if (config.padding !== "valid") throw new Error(`${name}: padded pooling is not translated`);
  const ones = convolutions === "2d" ? [1] : [];
  const attributes = { kernel_shape: { ints: [...ones, ...(config.poolSize as number[])] }, strides: { ints: [...ones, ...(config.strides as number[])] } };
  return { nodes: [{ type: "MaxPool", inputs: [input], output: name, attributes }], constants: [] };
}

function dense({ name, input, config, weights: [kernel, bias], flattened }: LayerCall): TranslatedLayer {
  const constants: Initializer[] = [
    { name: `${name}.kernel`, shape: kernel.shape, values: flattened === null ? kernel.values : channelsFirst(kernel, flattened) },
    { name: `${name}.bias`, shape: bias.shape, values: bias.values },
  ];
  const node: Node = { type: "Gemm", inputs: [input, ...constants.map((constant) => constant.name)], output: `${name}.sum` };
  return { nodes: [node, ...activation(config, node.output, name)], constants };
}

/** Rows of a dense kernel from the order [time, channel] to [channel, time]. */
function channelsFirst({ shape: [, units], values }: Weights, [time, channels]: readonly (number | null)[]): Float32Array {
  const reordered = new Float32Array(values.length);
  for (let at = 0; at < Number(time); at++) {
    for (let channel = 0; channel < Number(channels); channel++) {
      const row = (at * Number(channels) + channel) * units;
      reordered.set(values.subarray(row, row + units), (channel * Number(time) + at) * units);
    }
  }
  return reordered;
}

const OPERATORS: ReadonlyMap<unknown, string> = new Map([["linear", "Identity"], ["relu", "Relu"], ["softmax", "Softmax"], ["sigmoid", "Sigmoid"]]);

function activation(config: tf.serialization.ConfigDict, input: string, output: string): Node[] {
  const type = OPERATORS.get(config.activation);
  if (type === undefined) throw new Error(`${output}: no ONNX operator for its activation`);
  return [{ type, inputs: [input], output }];
}
