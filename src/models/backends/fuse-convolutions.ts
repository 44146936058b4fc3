import * as tf from "@tensorflow/tfjs";

type Layer = tf.layers.Layer;

/** Activations that the kernel of a 2-D convolution applies itself. */
const FUSED_ACTIVATIONS: ReadonlySet<unknown> = new Set(["linear", "relu", "elu"]);

/**
 * The model in a form for inference: each 1-D convolution becomes a 2-D one over a height of 1, whose kernel adds the bias
 * and applies the activation itself; a batch normalisation after it goes into its weights, a ReLU after that into its
 * activation. Same inputs and, but for rounding, same outputs. The other layers are shared with the model given, which is
 * disposed of. Throws an Error for a model that uses a layer twice.
 */
export function fuseConvolutions(model: tf.LayersModel): tf.LayersModel {
  const outputs = new Map<Layer, tf.SymbolicTensor>();
  for (const { sourceLayer, shape, name } of model.inputs) outputs.set(sourceLayer, tf.input({ shape: shape.slice(1), name: `${name}-fused` }));
  const inputs = [...outputs.values()];
  const consumers = consumersOf(model);
  for (const layer of model.layers) {
    if (outputs.has(layer)) continue;
    const sources = sourcesOf(layer).map((source) => outputs.get(source) as tf.SymbolicTensor);
    const chain = fusedChain(layer, consumers);
    const output = chain === null ? (layer.apply(sources.length === 1 ? sources[0] : sources) as tf.SymbolicTensor) : convolve(sources[0], chain);
    for (const fused of chain === null ? [layer] : layersOf(chain)) outputs.set(fused, output);
  }
  const fused = tf.model({ name: `${model.name}-fused`, inputs, outputs: model.outputs.map(({ sourceLayer }) => outputs.get(sourceLayer) as tf.SymbolicTensor) });
  model.dispose();
  return fused;
}

/** A convolution and what follows it and goes into it. */
interface Chain {
  readonly convolution: Layer;
  readonly normalization: Layer | null;
  readonly relu: Layer | null;
}

const layersOf = ({ convolution, normalization, relu }: Chain): Layer[] => [convolution, normalization, relu].filter((layer) => layer !== null);

function sourcesOf({ inboundNodes, name }: Layer): Layer[] {
  if (inboundNodes.length !== 1) throw new Error(`${name} is used ${inboundNodes.length} times.`);
  return inboundNodes[0].inboundLayers;
}

/** What takes each layer's output; an output of the model has the model itself for a consumer more. */
function consumersOf(model: tf.LayersModel): ReadonlyMap<Layer, readonly Layer[]> {
  const consumers = new Map<Layer, Layer[]>();
  const add = (source: Layer, consumer: Layer) => consumers.set(source, [...(consumers.get(source) ?? []), consumer]);
  for (const layer of model.layers) if (layer.getClassName() !== "InputLayer") for (const source of sourcesOf(layer)) add(source, layer);
  for (const { sourceLayer } of model.outputs) add(sourceLayer, model);
  return consumers;
}

/** The chain that `layer` begins; null where it is no convolution that can be fused. */
function fusedChain(layer: Layer, consumers: ReadonlyMap<Layer, readonly Layer[]>): Chain | null {
  const { activation, dilationRate, dataFormat, padding } = layer.getConfig();
  if (layer.getClassName() !== "Conv1D" || !FUSED_ACTIVATIONS.has(activation) || dataFormat === "channelsFirst" || padding === "causal") return null;
  if (Array.isArray(dilationRate) ? dilationRate[0] !== 1 : dilationRate !== 1) return null;
  const after = (from: Layer, type: string) => {
    const [next, ...others] = consumers.get(from) ?? [];
    return others.length === 0 && next.getClassName() === type ? next : null;
  };
  if (activation !== "linear") return { convolution: layer, normalization: null, relu: null };
  const normalization = after(layer, "BatchNormalization");
  const { scale = true, center = true } = normalization?.getConfig() ?? {};
  const folded = scale === true && center === true ? normalization : null;
  const relu = after(folded ?? layer, "ReLU");
  return { convolution: layer, normalization: folded, relu: (relu?.getConfig().maxValue ?? null) === null ? relu : null };
}

function convolve(input: tf.SymbolicTensor, chain: Chain): tf.SymbolicTensor {
  const { convolution, relu } = chain;
  const { filters, kernelSize, strides, padding, activation } = convolution.getConfig();
  const [, time, channels] = input.shape;
  const [kernel, bias] = foldedWeights(chain);
  const layer = tf.layers.conv2d({
    name: `${convolution.name}-fused`,
    filters: filters as number,
    kernelSize: [1, ...(kernelSize as number[])],
    strides: [1, ...(strides as number[])] as [number, number],
    padding: padding as "same" | "valid",
    activation: relu === null ? (activation as "linear" | "relu" | "elu") : "relu",
    kernelInitializer: "zeros",
    weights: [kernel, bias],
  });
  const flat = tf.layers.reshape({ name: `${convolution.name}-flat`, targetShape: [1, time, channels] }).apply(input);
  const convolved = layer.apply(flat) as tf.SymbolicTensor;
  tf.dispose([kernel, bias]);
  return tf.layers.reshape({ name: `${convolution.name}-out`, targetShape: convolved.shape.slice(2) }).apply(convolved) as tf.SymbolicTensor;
}

/** Kernel [1, taps, in, out] and bias: γ ⁄ √(σ² + ε) times the convolution's own, and the bias moved by what that leaves of mean and β. */
function foldedWeights({ convolution, normalization }: Chain): [tf.Tensor4D, tf.Tensor1D] {
  return tf.tidy(() => {
    const [kernel, ownBias] = convolution.getWeights() as [tf.Tensor3D, tf.Tensor1D];
    const bias = convolution.getConfig().useBias === true ? ownBias : tf.zeros<tf.Rank.R1>([kernel.shape[2]]);
    if (normalization === null) return [kernel.expandDims<tf.Tensor4D>(0), bias.clone()];
    const [gamma, beta, mean, variance] = normalization.getWeights() as tf.Tensor1D[];
    const scale = gamma.div(variance.add(Number(normalization.getConfig().epsilon)).sqrt());
    return [kernel.mul(scale).expandDims<tf.Tensor4D>(0), bias.sub(mean).mul<tf.Tensor1D>(scale).add(beta)];
  });
}
