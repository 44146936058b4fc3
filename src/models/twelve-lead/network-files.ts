import { ProblemError } from "../../ecg/problem.ts";
import { SUPERCLASSES } from "../recording-model.ts";

/** The published network takes 0.8 MB; one of this size would hold up every check. */
const MOST_BYTES = 64 * 2 ** 20;
const CARD_FILE = "card.json";
const ADVICE = "Choose the model.json of a TF.js layers model together with all the .bin files that it names";

/** Bytes a value as TensorFlow.js stores it. */
const BYTES: Readonly<Record<string, number>> = { float32: 4, int32: 4, uint16: 2, float16: 2, uint8: 1, bool: 1 };

/** What the files of a TF.js layers model hold, their sizes checked against each other. */
export interface NetworkFiles {
  /** of the one with the topology */
  readonly fileName: string;
  readonly topology: Uint8Array<ArrayBuffer>;
  /** all shards in the manifest's order */
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly layers: readonly LayerConfig[];
  /** of card.json, in the order of SUPERCLASSES; null without one */
  readonly thresholds: readonly number[] | null;
}

/** A layer as the topology has it. */
export interface LayerConfig {
  readonly className: string;
  readonly name: string;
}

interface WeightGroup {
  readonly paths: readonly string[];
  readonly bytes: number;
}

/**
 * Reads model.json, the shards that its manifest names and, where it is there, card.json. Throws ProblemError `too-large`,
 * `no-model-json`, `bad-model-json`, `missing-shards`, `wrong-weight-bytes` or `bad-card`.
 */
export async function readNetworkFiles(files: readonly File[]): Promise<NetworkFiles> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES) {
    throw new ProblemError("too-large", `These files have ${Math.ceil(bytes / 2 ** 20)} MB, more than the ${MOST_BYTES / 2 ** 20} MB that a model may have`, "Save the weights in half precision, or import a smaller model");
  }
  const isJson = ({ name }: File) => name.toLowerCase().endsWith(".json");
  const cardFile = files.find(({ name }) => name.toLowerCase() === CARD_FILE);
  const models = files.filter((file) => isJson(file) && file !== cardFile);
  if (models.length !== 1) throw new ProblemError("no-model-json", models.length === 0 ? "There is no model.json among these files" : `${models.map(({ name }) => name).join(" and ")} cannot both be the model`, ADVICE);
  const [file] = models;
  const topology = new Uint8Array(await file.arrayBuffer());
  const { layers, groups } = parseTopology(topology, file.name);
  const shards = await Promise.all(groups.map((group) => readShards(group, files, file.name)));
  return { fileName: file.name, topology, weights: joined(shards.flat()), layers, thresholds: cardFile === undefined ? null : await readThresholds(cardFile) };
}

function parseTopology(bytes: Uint8Array, file: string): { readonly layers: readonly LayerConfig[]; readonly groups: readonly WeightGroup[] } {
  const refuse = (what: string, cause?: unknown) => new ProblemError("bad-model-json", what, ADVICE, { file }, { cause });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refuse("this is no JSON", cause);
  }
  if (!isObject(json)) throw refuse("this is no model: it holds no object");
  if (json["format"] === "graph-model") throw refuse("this is a graph model, whose inputs cannot be checked; convert it with --output_format=tfjs_layers_model");
  const { modelTopology, weightsManifest } = json;
  if (!isObject(modelTopology) || !Array.isArray(weightsManifest)) throw refuse("this is no TF.js layers model: it has no modelTopology and weightsManifest");
  return { layers: layersIn(modelTopology), groups: weightsManifest.map((group) => weightGroup(group, refuse)) };
}

function weightGroup(group: unknown, refuse: (what: string) => ProblemError): WeightGroup {
  if (!isObject(group) || !Array.isArray(group["paths"]) || !Array.isArray(group["weights"])) throw refuse("the manifest of the weights has an entry without paths and weights");
  const paths = group["paths"].map(String);
  const bytes = group["weights"].reduce<number>((sum, weight: unknown) => {
    const { name, shape, dtype, quantization } = isObject(weight) ? weight : {};
    const stored = isObject(quantization) ? quantization["dtype"] : dtype;
    const size = String(dtype) in BYTES ? (BYTES[String(stored)] as number | undefined) : undefined;
    const isShape = Array.isArray(shape) && shape.every((length) => Number.isSafeInteger(length) && length >= 0);
    if (size === undefined || !isShape) throw refuse(`the weight ${String(name)} has no shape, or values of a kind that is not known here`);
    return sum + size * (shape as number[]).reduce((product, length) => product * length, 1);
  }, 0);
  return { paths, bytes };
}

/** Paths of a manifest are relative to model.json; files that are picked have their names alone. */
async function readShards({ paths, bytes }: WeightGroup, files: readonly File[], topologyFile: string): Promise<readonly Uint8Array[]> {
  const names = paths.map((path) => path.split("/").at(-1) ?? path);
  const found = names.map((name) => files.find((file) => file.name === name));
  const missing = names.filter((_, i) => found[i] === undefined);
  if (missing.length > 0) throw new ProblemError("missing-shards", `its weights are in ${names.join(", ")}; ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} not here`, ADVICE, { file: topologyFile });
  const shards = await Promise.all(found.map(async (file) => new Uint8Array(await (file as File).arrayBuffer())));
  const given = shards.reduce((sum, { length }) => sum + length, 0);
  if (given !== bytes) throw new ProblemError("wrong-weight-bytes", `${names.join(", ")} should hold ${bytes.toLocaleString("en-US")} bytes of weights together and ${names.length > 1 ? "hold" : "holds"} ${given.toLocaleString("en-US")}`, ADVICE, { file: topologyFile });
  return shards;
}

/** Every layer, those within models and wrappers too. */
function layersIn(value: unknown): LayerConfig[] {
  if (Array.isArray(value)) return value.flatMap(layersIn);
  if (!isObject(value)) return [];
  const own = Array.isArray(value["layers"]) ? value["layers"] : [value["layer"]];
  return [...own.flatMap(layerOf), ...Object.values(value).flatMap(layersIn)];
}

function layerOf(layer: unknown): LayerConfig[] {
  if (!isObject(layer) || typeof layer["class_name"] !== "string") return [];
  const config = layer["config"];
  return [{ className: layer["class_name"], name: isObject(config) ? String(config["name"]) : "" }];
}

async function readThresholds(file: File): Promise<readonly number[]> {
  const refuse = (what: string, cause?: unknown) =>
    new ProblemError("bad-card", what, `Give it {"thresholds": {"NORM": 0.5, …}} with a number from 0 to 1 for each of ${SUPERCLASSES.map(({ code }) => code).join(", ")}, or leave it out`, { file: file.name }, { cause });
  let card: unknown;
  try {
    card = JSON.parse(await file.text());
  } catch (cause) {
    throw refuse("this is no JSON", cause);
  }
  const thresholds: unknown = isObject(card) ? card["thresholds"] : undefined;
  return SUPERCLASSES.map(({ code }) => {
    const threshold = isObject(thresholds) ? thresholds[code] : undefined;
    if (typeof threshold !== "number" || !(threshold >= 0 && threshold <= 1)) throw refuse(`it has no threshold of ${code}`);
    return threshold;
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
