import fc from "fast-check";
import { decodeTrees, encodeTrees, TREES_FILE_NAME, type TreesFile } from "../../../src/models/boosted-trees/artifact.ts";
import { FEATURE_NAMES } from "../../../src/models/boosted-trees/features.ts";
import { decodeTreesJson, encodeTreesJson, TREES_JSON_NAME } from "../../../src/models/boosted-trees/trees-json.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { mutateBytes } from "../mutate/mutate-bytes.ts";
import { mutateJson } from "../mutate/mutate-value.ts";
import { importedOrRefused, startTensorFlow } from "./model-files.ts";

const CLASSES = ["N", "S", "V", "F", "Q"];
const node = (feature: number, left: object, right: object) => ({ feature: FEATURE_NAMES[feature], atMost: 0.5, leftShare: 0.4, left, right });
const leaf = (value: number) => ({ value });

const json = { format: "isoline boosted trees json 1", classes: CLASSES, features: FEATURE_NAMES, startScores: [1, -1, -1, -2, -2], trees: CLASSES.map((_, i) => node(i, leaf(0.1), node(i + 1, leaf(-0.2), leaf(0.3)))) };
const small: TreesFile = decodeTreesJson(new TextEncoder().encode(JSON.stringify(json)), TREES_JSON_NAME, CLASSES);
const asJson = fileOf(TREES_JSON_NAME, encodeTreesJson(small));
const asBytes = fileOf(TREES_FILE_NAME, encodeTrees(decodeTrees(encodeTrees(small).buffer, TREES_FILE_NAME)));

const anyNode = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 5 }, fc.record({ value: fc.oneof(fc.double(), fc.constantFrom("1", null, 1e39)) }), fc.record({ feature: fc.constantFrom(...FEATURE_NAMES.slice(0, 4), "__proto__", 3), atMost: fc.double(), leftShare: fc.double({ min: -0.1, max: 1.1 }), left: tie("node"), right: tie("node") })),
})).node;

export const treesTarget = defineTarget(
  fileTarget({
    name: "trees",
    corpus: async () => {
      await startTensorFlow();
      return [[asJson], [asBytes], [asJson, asBytes], [asJson, fileOf("card.json", '{"name":"mine"}')]];
    },
    mutateFile: ({ name, bytes }, random) => (name.endsWith(".json") ? mutateJson : mutateBytes)(bytes, random),
    generated: fc.array(anyNode, { minLength: 5, maxLength: 5 }).map((trees) => [fileOf(TREES_JSON_NAME, JSON.stringify({ ...json, trees }))]),
    read: (files) => importedOrRefused("boosted-trees", files),
  }),
);
