import { ProblemError } from "../../ecg/problem.ts";
import { isObject, parseJson } from "../artifacts/parse-json.ts";
import type { PickedFiles } from "./picked-files.ts";

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
 * The network among files: the one JSON file that is none of `others`, and the shards that its manifest names. Throws
 * ProblemError `no-model-json`, `bad-model-json`, `missing-shards` or `wrong-weight-bytes`.
 */
export function readNetworkFiles(files: PickedFiles, others: readonly string[]): NetworkFiles {
  const models = [...files.keys()].filter((name) => name.toLowerCase().endsWith(".json") && !others.includes(name));
  if (models.length !== 1) throw new ProblemError("no-model-json", models.length === 0 ? "There is no model.json among these files" : `${models.join(" and ")} cannot both be the model`, ADVICE);
  const [fileName] = models;
  const topology = files.get(fileName) ?? new Uint8Array();
  const { layers, groups } = parseTopology(topology, fileName);
  const paths = groups.flatMap((group) => group.paths);
  if (new Set(paths).size < paths.length) throw new ProblemError("bad-model-json", "its manifest names one file of weights several times", ADVICE, { file: fileName });
  return { fileName, topology, weights: joined(groups.flatMap((group) => shardsOf(group, files, fileName))), layers };
}

function parseTopology(bytes: Uint8Array, file: string): { readonly layers: readonly LayerConfig[]; readonly groups: readonly WeightGroup[] } {
  const refuse = (what: string) => new ProblemError("bad-model-json", what, ADVICE, { file });
  const json = parseJson(bytes, { file, code: "bad-model-json", advice: ADVICE });
  if (!isObject(json)) throw refuse("this is no model: it holds no object");
  if (json["format"] === "graph-model") throw refuse("this is a graph model, whose inputs cannot be checked; convert it with --output_format=tfjs_layers_model");
  const { modelTopology, weightsManifest } = json;
  if (!isObject(modelTopology) || !Array.isArray(weightsManifest)) throw refuse("this is no TF.js layers model: it has no modelTopology and weightsManifest");
  return { layers: layersIn(modelTopology), groups: weightsManifest.map((group) => weightGroup(group, refuse)) };
}

function weightGroup(group: unknown, refuse: (what: string) => ProblemError): WeightGroup {
  if (!isObject(group) || !Array.isArray(group["paths"]) || !Array.isArray(group["weights"])) throw refuse("the manifest of the weights has an entry without paths and weights");
  const paths = group["paths"].map(textOf);
  const bytes = group["weights"].reduce<number>((sum, weight: unknown) => {
    const { name, shape, dtype, quantization } = isObject(weight) ? weight : {};
    const stored = isObject(quantization) ? quantization["dtype"] : dtype;
    const size = bytesOf(dtype) === undefined ? undefined : bytesOf(stored);
    const isShape = Array.isArray(shape) && shape.every((length) => Number.isSafeInteger(length) && length >= 0);
    if (size === undefined || !isShape) throw refuse(`the weight ${textOf(name)} has no shape, or values of a kind that is not known here`);
    return sum + size * (shape as number[]).reduce((product, length) => product * length, 1);
  }, 0);
  return { paths, bytes };
}

const bytesOf = (kind: unknown): number | undefined => (typeof kind === "string" && Object.hasOwn(BYTES, kind) ? BYTES[kind] : undefined);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Paths of a manifest are relative to model.json; files that are picked have their names alone. */
function shardsOf({ paths, bytes }: WeightGroup, files: PickedFiles, topologyFile: string): readonly Uint8Array[] {
  const names = paths.map((path) => path.split("/").at(-1) ?? path);
  const missing = names.filter((name) => !files.has(name));
  if (missing.length > 0) throw new ProblemError("missing-shards", `its weights are in ${names.join(", ")}; ${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} not here`, ADVICE, { file: topologyFile });
  const shards = names.flatMap((name) => files.get(name) ?? []);
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
  if (!isObject(layer) || !("class_name" in layer)) return [];
  const config = layer["config"];
  return [{ className: textOf(layer["class_name"]), name: isObject(config) ? textOf(config["name"]) : "" }];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
