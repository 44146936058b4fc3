import { beforeAll, describe, expect, it } from "vitest";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { decodeTrees, encodeTrees, type TreesFile } from "./artifact.ts";
import { explainScore } from "./model.ts";
import { classProbabilities } from "./score.ts";
import { decodeTreesJson, encodeTreesJson } from "./trees-json.ts";

const CLASSES = ["N", "S", "V", "F", "Q"];
let trees: TreesFile;
let text: string;

beforeAll(async () => {
  trees = decodeTrees(await readArtifactsFrom(SHIPPED_MODELS)("boosted-trees/trees.bin"), "trees.bin");
  text = new TextDecoder().decode(encodeTreesJson(trees));
});

const decode = (json: string) => decodeTreesJson(new TextEncoder().encode(json), "trees.json", CLASSES);

describe("boosted trees as JSON", { timeout: 60_000 }, () => {
  it("give the same predictions and explanations as the file that ships, and come back from its layout", async () => {
    const { beats } = await readSampleBeats("heartbeats.csv");
    const back = decodeTrees(encodeTrees(decode(text)).buffer, "trees.bin");
    const some = { ...beats, count: 300, samples: beats.samples.slice(0, 300 * beats.samplesPerBeat) };
    expect(await classProbabilities(back.model, some, quietControl())).toEqual(await classProbabilities(trees.model, some, quietControl()));
    const one = { ...beats, count: 1, samples: beats.samples.slice(0, beats.samplesPerBeat) };
    expect(explainScore(back.model, one, 2)).toEqual(explainScore(trees.model, one, 2));
    expect(new TextDecoder().decode(encodeTreesJson(back))).toBe(text);
  });

  it("are what the format says, by hand: a split and its leaves", () => {
    const leaf = (value: number) => ({ value });
    const split = { feature: "sample 3", atMost: 0.5, leftShare: 0.25, left: leaf(1), right: leaf(-1) };
    const { features } = JSON.parse(text) as { features: string[] };
    const { model } = decode(JSON.stringify({ format: "isoline boosted trees json 1", classes: CLASSES, features, startScores: [0, 0, 0, 0, 0], trees: [split, leaf(0), leaf(0), leaf(0), leaf(0)] }));
    expect(Array.from(model.edges[3])).toEqual([0.5]);
    expect(Array.from(model.trees.leafValue.subarray(0, 3))).toEqual([0, 1, -1]);
    expect([model.trees.feature[0], model.trees.threshold[0], model.trees.leftShare[0]]).toEqual([3, 0, 16384]);
  });

  it.each([
    ["no JSON", () => "{", "this is no JSON"],
    ["another format", () => text.replace("json 1", "json 9"), "does not say"],
    ["other classes", () => text.replace('["N","S","V","F","Q"]', '["N","V"]'), "its classes are N, V, not N, S, V, F, Q"],
    ["other features", () => text.replace('"sample 0"', '"age"'), "its features are 195, from age to lowest value, not 195, from sample 0"],
    ["objects for classes", () => text.replace('["N","S","V","F","Q"]', '[{},{"toString":1}]'), "its classes are no text, no text, not N, S, V, F, Q"],
    ["objects for features", () => text.replace('"sample 0"', '{"a":1}'), "its features are 195, from no text to lowest value"],
    ["an object for a split's feature", () => text.replace(/"trees":\[\{"feature":"[^"]*"/, '"trees":[{"feature":{}'), "tree 1: there is no feature that is no text"],
    ["a feature that is not there", () => text.replace(/"trees":\[\{"feature":"[^"]*"/, '"trees":[{"feature":"age"'), "tree 1: there is no feature age"],
    ["a missing child", () => text.replace(/"right":\{"value":[^}]*\}/, '"right":null'), "a node is missing"],
    ["a threshold of text", () => text.replace(/"atMost":[^,]*/, '"atMost":"x"'), "atMost is no number"],
    ["a share beyond 1", () => text.replace(/"leftShare":[^,]*/, '"leftShare":1.5'), "leftShare is no number between 0 and 1"],
    ["a leaf without a number", () => text.replace(/"value":[^}]*/, '"value":null'), "the value of a leaf is no number"],
    ["a start score too few", () => text.replace(/"startScores":\[[^,]*,/, '"startScores":['), "startScores are not 5 numbers"],
    ["a tree too few", () => `${text.slice(0, text.indexOf('"trees":'))}"trees":[{"value":1}]}`, "no multiple of the 5 classes"],
    ["a tree too deep", () => `${text.slice(0, text.indexOf('"trees":'))}"trees":[${`{"feature":"sample 0","atMost":0,"leftShare":0.5,"left":`.repeat(100)}{"value":0}${',"right":{"value":0}}'.repeat(100)}${',{"value":0}'.repeat(4)}]}`, "deeper than 64 splits"],
    ["a tree without end", () => `{"trees":[${`{"left":`.repeat(2000)}`, "nested deeper than 200 levels"],
  ])("are refused with %s", (_, json, sentence) => {
    expect(() => decode(json())).toThrow(expect.objectContaining({ code: "bad-trees-json", message: expect.stringContaining(sentence) as string }));
  });
});
