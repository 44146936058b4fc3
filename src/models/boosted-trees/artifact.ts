import { ProblemError } from "../../ecg/problem.ts";
import type { BinTrees, BoostedTrees } from "./boosted-trees.ts";
import { ByteReader, joinBytes } from "./bytes.ts";

/** In the model's folder below public/models. */
export const TREES_FILE_NAME = "trees.bin";

/**
 * The file, little-endian, without padding:
 *
 *     uint32             length of the header
 *     header             JSON: Header
 *     float32 × classes  start scores
 *     uint8   × features number of edges
 *     float32            the edges, feature by feature, ascending
 *     uint8   × trees    splits of each tree, which has one leaf more; the trees round by round, class by class
 *     bits               of each node of each tree, level by level from left to right: 1 for a split, 0 for a leaf;
 *                        the lowest bit of a byte first, filled up to a whole byte at the end
 *     uint16  × splits   feature
 *     uint8   × splits   the highest bin that goes left: a value's bin is how many edges lie below it
 *     uint16  × splits   share of the training rows that went left, times 65,535
 *     float32 × leaves   value, added to the score of the tree's class
 *
 * Splits and leaves are in the order of their nodes.
 */
interface Header {
  readonly format: string;
  /** of the outputs, by code */
  readonly classes: readonly string[];
  /** names of the features, in their order */
  readonly features: readonly string[];
  readonly trees: number;
}

const FORMAT = "isoline boosted trees 1";

export interface TreesFile {
  readonly classes: readonly string[];
  readonly features: readonly string[];
  readonly model: BoostedTrees;
}

export function encodeTrees({ classes, features, model: { startScores, edges, trees } }: TreesFile): Uint8Array<ArrayBuffer> {
  const nodes = Array.from(trees.child.keys());
  const isSplit = (node: number) => trees.child[node] !== node;
  const splits = nodes.filter(isSplit);
  const bits = new Uint8Array(Math.ceil(nodes.length / 8));
  for (const node of splits) bits[node >> 3] |= 1 << (node & 7);
  const header: Header = { format: FORMAT, classes, features, trees: trees.roots.length - 1 };
  const text = new TextEncoder().encode(JSON.stringify(header));
  return joinBytes([
    Uint32Array.of(text.length),
    text,
    startScores,
    Uint8Array.from(edges, ({ length }) => length),
    ...edges,
    Uint8Array.from(trees.roots.subarray(1), (end, tree) => (end - trees.roots[tree] - 1) / 2),
    bits,
    Uint16Array.from(splits, (node) => trees.feature[node]),
    Uint8Array.from(splits, (node) => trees.threshold[node]),
    Uint16Array.from(splits, (node) => trees.leftShare[node]),
    Float32Array.from(nodes.filter((node) => !isSplit(node)), (node) => trees.leafValue[node]),
  ]);
}

/** Throws a ProblemError "broken-model" where `bytes` are not such a file. */
export function decodeTrees(bytes: ArrayBuffer, file: string): TreesFile {
  try {
    return readTrees(new ByteReader(bytes));
  } catch (cause) {
    const advice = "Reload the app while online, so that its model files are fetched again";
    throw new ProblemError("broken-model", "the shipped trees cannot be read", advice, { file }, { cause });
  }
}

function readTrees(reader: ByteReader): TreesFile {
  const { format, classes, features, trees } = JSON.parse(new TextDecoder().decode(reader.bytes(reader.uint32()))) as Header;
  if (format !== FORMAT) throw new RangeError(`The format is ${format}, not ${FORMAT}.`);
  const startScores = reader.float32(classes.length);
  const edges = Array.from(reader.bytes(features.length), (count) => reader.float32(count));
  const splitCounts = reader.bytes(trees);
  const splits = splitCounts.reduce((sum, count) => sum + count, 0);
  const nodes = 2 * splits + trees;
  const bits = reader.bytes(Math.ceil(nodes / 8));
  const columns = { feature: reader.uint16(splits), bin: reader.bytes(splits), share: reader.uint16(splits), leafValue: reader.float32(splits + trees) };
  reader.expectEnd();
  return { classes, features, model: { startScores, edges, trees: rebuildTrees(splitCounts, bits, columns) } };
}

interface NodeColumns {
  readonly feature: Uint16Array;
  readonly bin: Uint8Array;
  readonly share: Uint16Array;
  readonly leafValue: Float32Array;
}

function rebuildTrees(splitCounts: Uint8Array, bits: Uint8Array, columns: NodeColumns): BinTrees {
  const roots = new Uint32Array(splitCounts.length + 1);
  splitCounts.forEach((count, tree) => (roots[tree + 1] = roots[tree] + 2 * count + 1));
  const nodes = roots[splitCounts.length];
  const trees = {
    roots,
    feature: new Uint16Array(nodes),
    threshold: new Float32Array(nodes).fill(Infinity),
    child: new Uint32Array(nodes).map((_, node) => node),
    leafValue: new Float32Array(nodes),
    leftShare: new Uint16Array(nodes),
  };
  let split = 0;
  let leaf = 0;
  for (let tree = 0; tree < splitCounts.length; tree++) {
    let nextChild = roots[tree] + 1;
    for (let node = roots[tree]; node < roots[tree + 1]; node++) {
      if (((bits[node >> 3] >> (node & 7)) & 1) === 0) {
        trees.leafValue[node] = columns.leafValue[leaf++];
        continue;
      }
      trees.feature[node] = columns.feature[split];
      trees.threshold[node] = columns.bin[split];
      trees.leftShare[node] = columns.share[split++];
      trees.child[node] = nextChild;
      nextChild += 2;
    }
    if (nextChild !== roots[tree + 1]) throw new RangeError(`Tree ${tree} has a node without a parent, or a child that is missing.`);
  }
  return trees;
}
