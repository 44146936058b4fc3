import { CLASSES } from "../../ecg/beats/classes.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { decodeTrees, encodeTrees, TREES_FILE_NAME, type TreesFile } from "../boosted-trees/artifact.ts";
import { FEATURE_NAMES } from "../boosted-trees/features.ts";
import { decodeTreesJson, encodeTreesJson, TREES_JSON_NAME } from "../boosted-trees/trees-json.ts";
import type { PickedFiles } from "./picked-files.ts";

/**
 * Boosted trees from trees.json, or from a trees.bin of ours. Where there are both, as in an export, the JSON counts: it is the
 * one that somebody may have changed. Throws ProblemError `no-trees`, `bad-trees-json`, `broken-model` or `other-classes`.
 */
export function treesVersion(files: PickedFiles): { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  const [json, binary] = [files.get(TREES_JSON_NAME), files.get(TREES_FILE_NAME)];
  const classes = CLASSES.aami.map(({ code }) => code);
  if (binary !== undefined) {
    const trees = decodeTrees(binary.slice().buffer, TREES_FILE_NAME);
    refuseOtherTrees(trees, classes);
    if (json === undefined || isSame(json, encodeTreesJson(trees))) return { fileName: TREES_FILE_NAME, bytes: binary };
  }
  if (json === undefined) throw new ProblemError("no-trees", `There is no ${TREES_JSON_NAME} or ${TREES_FILE_NAME} among these files`, "Choose trees as they are exported here");
  return { fileName: TREES_JSON_NAME, bytes: encodeTrees(decodeTreesJson(json, TREES_JSON_NAME, classes)) };
}

function refuseOtherTrees({ classes: own, features, model: { trees, edges } }: TreesFile, classes: readonly string[]): void {
  if (own.join() !== classes.join() || features.join() !== FEATURE_NAMES.join()) {
    throw new ProblemError("other-classes", `its trees name ${own.join(", ")} by ${features.length} features, not ${classes.join(", ")} by ${FEATURE_NAMES.length}`, "Choose trees of this model", { file: TREES_FILE_NAME });
  }
  const asksForMore = trees.child.some((left, node) => left !== node && (trees.feature[node] >= edges.length || trees.threshold[node] >= edges[trees.feature[node]].length));
  if (asksForMore || (trees.roots.length - 1) % classes.length !== 0 || !trees.leafValue.every(Number.isFinite)) {
    throw new ProblemError("broken-model", "its trees ask for features that there are none of", "Choose trees as they are exported here", { file: TREES_FILE_NAME });
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
