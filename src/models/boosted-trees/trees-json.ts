import { ProblemError } from "../../ecg/problem.ts";
import { isObject, parseJson } from "../artifacts/parse-json.ts";
import type { TreesFile } from "./artifact.ts";
import { joinTrees, SHARE_STEPS, type BinTrees } from "./boosted-trees.ts";
import { FEATURE_NAMES } from "./features.ts";

/**
 * Boosted trees as JSON, to be read and written by other programs; `trees.bin` says the same in less space:
 *
 *     {
 *       "format": "isoline boosted trees json 1",
 *       "classes": ["N", "S", "V", "F", "Q"],       of the outputs, in this order
 *       "features": ["sample 0", …],                what the trees may ask for, in this order
 *       "startScores": [−0.2, …],                   by class, in log-odds
 *       "trees": [node, …]                          round by round, and in each round one of each class
 *     }
 *
 * A node is {"feature": name, "atMost": number, "leftShare": number, "left": node, "right": node}: a beat whose feature is at
 * most that goes left; `leftShare` is the share of the training rows that did, between 0 and 1, which explanations need. Or it
 * is a leaf, {"value": number}, added to the score of its tree's class. Softmax makes the scores probabilities. Numbers are
 * single precision. A feature may be compared with 255 numbers at most, and a tree have 255 splits.
 */
export const TREES_JSON_NAME = "trees.json";
const FORMAT = "isoline boosted trees json 1";
const ADVICE = "Export a version of these trees to see how the file is laid out";
const MOST_OF_A_BYTE = 255;
/** Deeper ones would exhaust the stack of a reader. */
const DEEPEST = 64;

interface SplitNode {
  readonly feature: string;
  readonly atMost: number;
  readonly leftShare: number;
  readonly left: Node;
  readonly right: Node;
}
type Node = SplitNode | { readonly value: number };

export function encodeTreesJson({ classes, features, model: { startScores, edges, trees } }: TreesFile): Uint8Array<ArrayBuffer> {
  const nodeAt = (node: number): Node => {
    const left = trees.child[node];
    if (left === node) return { value: trees.leafValue[node] };
    const feature = trees.feature[node];
    return { feature: features[feature], atMost: edges[feature][trees.threshold[node]], leftShare: trees.leftShare[node] / SHARE_STEPS, left: nodeAt(left), right: nodeAt(left + 1) };
  };
  const json = { format: FORMAT, classes, features, startScores: Array.from(startScores), trees: Array.from(trees.roots.subarray(0, -1), nodeAt) };
  return new TextEncoder().encode(`${JSON.stringify(json)}\n`);
}

/** Throws a ProblemError "bad-trees-json" that says where the file is not as above, or has other classes than `classes`. */
export function decodeTreesJson(bytes: Uint8Array, file: string, classes: readonly string[]): TreesFile {
  const refuse = (what: string) => new ProblemError("bad-trees-json", what, ADVICE, { file });
  const json = parseJson(bytes, { file, code: "bad-trees-json", advice: ADVICE });
  if (!isObject(json) || json["format"] !== FORMAT) throw refuse(`it does not say "format": "${FORMAT}"`);
  refuseOtherNames("classes", json["classes"], classes, refuse);
  refuseOtherNames("features", json["features"], FEATURE_NAMES, refuse);
  const { startScores, trees } = json;
  if (!isNumbers(startScores) || startScores.length !== classes.length) throw refuse(`startScores are not ${classes.length} numbers`);
  if (!Array.isArray(trees) || trees.length === 0 || trees.length % classes.length !== 0) throw refuse(`the number of trees is no multiple of the ${classes.length} classes`);
  const read = trees.map((tree, index) => readNode(tree, 0, (what) => refuse(`tree ${index + 1}: ${what}`)));
  const edges = edgesOf(read);
  const tooMany = edges.findIndex(({ length }) => length > MOST_OF_A_BYTE);
  if (tooMany >= 0) throw refuse(`${FEATURE_NAMES[tooMany]} is compared with ${edges[tooMany].length} numbers, more than ${MOST_OF_A_BYTE}`);
  const flat = read.map((tree) => flatTree(tree, edges));
  const tooLarge = flat.findIndex(({ child }) => (child.length - 1) / 2 > MOST_OF_A_BYTE);
  if (tooLarge >= 0) throw refuse(`tree ${tooLarge + 1} has more than ${MOST_OF_A_BYTE} splits`);
  return { classes, features: FEATURE_NAMES, model: { startScores: Float32Array.from(startScores), edges, trees: joinTrees(flat) } };
}

const isNumbers = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((each) => typeof each === "number" && Number.isFinite(Math.fround(each)));

function refuseOtherNames(what: string, given: unknown, wanted: readonly string[], refuse: (what: string) => ProblemError): void {
  if (Array.isArray(given) && given.length === wanted.length && given.every((name, i) => name === wanted[i])) return;
  const word = (name: unknown) => (typeof name === "string" ? name : "no text");
  const spell = (names: readonly unknown[]) => (names.length > 6 ? `${names.length}, from ${word(names[0])} to ${word(names.at(-1))}` : names.map(word).join(", "));
  throw refuse(`its ${what} are ${Array.isArray(given) ? spell(given) : "missing"}, not ${spell(wanted)}`);
}

/** The node with its numbers in single precision, checked all the way down. */
function readNode(node: unknown, depth: number, refuse: (what: string) => ProblemError): Node {
  if (!isObject(node)) throw refuse("a node is missing");
  if (depth > DEEPEST) throw refuse(`it is deeper than ${DEEPEST} splits`);
  const { value, feature, atMost, leftShare, left, right } = node;
  if ("value" in node) {
    if (!isNumbers([value])) throw refuse("the value of a leaf is no number");
    return { value: Math.fround(value as number) };
  }
  if (typeof feature !== "string" || !FEATURE_NAMES.includes(feature)) throw refuse(`there is no feature ${typeof feature === "string" ? feature : "that is no text"}`);
  if (!isNumbers([atMost])) throw refuse("atMost is no number");
  if (typeof leftShare !== "number" || !(leftShare > 0 && leftShare < 1)) throw refuse("leftShare is no number between 0 and 1");
  return { feature, atMost: Math.fround(atMost as number), leftShare, left: readNode(left, depth + 1, refuse), right: readNode(right, depth + 1, refuse) };
}

/** By feature, what it is compared with in any tree, ascending. */
function edgesOf(trees: readonly Node[]): Float32Array<ArrayBuffer>[] {
  const found = new Map(FEATURE_NAMES.map((name) => [name, new Set<number>()]));
  const collect = (node: Node): void => {
    if ("value" in node) return;
    found.get(node.feature)?.add(node.atMost);
    collect(node.left);
    collect(node.right);
  };
  trees.forEach(collect);
  return FEATURE_NAMES.map((name) => Float32Array.from(found.get(name) ?? []).sort());
}

/** Level by level, as trees.bin has the nodes. */
function flatTree(root: Node, edges: readonly Float32Array[]): BinTrees {
  const queue: Node[] = [root];
  for (const node of queue) if (!("value" in node)) queue.push(node.left, node.right);
  const nodes = queue.length;
  const tree = {
    roots: Uint32Array.of(0, nodes),
    feature: new Uint16Array(nodes),
    threshold: new Float32Array(nodes).fill(Infinity),
    child: Uint32Array.from(queue.keys()),
    leafValue: new Float32Array(nodes),
    leftShare: new Uint16Array(nodes),
  };
  let nextChild = 1;
  queue.forEach((node, i) => {
    if ("value" in node) {
      tree.leafValue[i] = node.value;
      return;
    }
    tree.feature[i] = FEATURE_NAMES.indexOf(node.feature);
    tree.threshold[i] = edges[tree.feature[i]].indexOf(node.atMost);
    tree.leftShare[i] = Math.min(Math.max(Math.round(SHARE_STEPS * node.leftShare), 1), SHARE_STEPS - 1);
    tree.child[i] = nextChild;
    nextChild += 2;
  });
  return tree;
}
