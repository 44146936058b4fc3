import { readFileSync } from "node:fs";
import type { TestFile } from "./heart-rate-files.ts";

/** Models to import, made from the ones that ship. */

/** A file of a model as it ships. */
export const modelFile = (model: string, name: string): TestFile => ({ name, mimeType: "application/octet-stream", buffer: readFileSync(new URL(`../public/models/${model}/${name}`, import.meta.url)) });

/** The shipped network with its last convolution silenced: it answers, and worse. */
export function weakened(): TestFile[] {
  const [model, weights] = [modelFile("beat-cnn", "model.json"), modelFile("beat-cnn", "weights.bin")];
  const { weightsManifest } = JSON.parse(model.buffer.toString("utf8")) as { weightsManifest: { weights: { name: string; shape: number[] }[] }[] };
  const buffer = Buffer.from(weights.buffer);
  let at = 0;
  for (const { name, shape } of weightsManifest.flatMap(({ weights: specs }) => specs)) {
    const bytes = 2 * shape.reduce((product, size) => product * size, 1);
    if (name.startsWith("block-4-convolution")) buffer.fill(0, at, at + bytes / 2);
    at += bytes;
  }
  return [model, { ...weights, buffer }];
}

/** A network that is the shipped one but for its name: the same answers under another hash. */
export function renamed(name = "beat-cnn"): TestFile[] {
  const model = modelFile(name, "model.json");
  return [{ ...model, buffer: Buffer.from(model.buffer.toString("utf8").replaceAll(`"name":"${name}"`, `"name":"${name}-2"`)) }, modelFile(name, "weights.bin")];
}
