import { fromFloat16, toFloat16 } from "../../ecg/numeric/float16.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { FlatTrees } from "../trees/flat-trees.ts";
import { NodeList } from "../trees/node-list.ts";

/** In place of a feature, of a leaf. */
const LEAF = 0xffff;

/**
 * Trees as bytes, little-endian: of every node, tree by tree and level by level from left to right, first all features
 * (uint16, 65,535 for a leaf), then all values (float16: a split's threshold, a value at most this goes left; a leaf's
 * value). A split's children are the next two nodes of its tree that are nobody's yet; a tree ends where no child is left.
 */
export function encodeTrees({ feature, threshold, child, leafValue }: FlatTrees): Uint8Array<ArrayBuffer> {
  const isLeaf = (_: number, node: number) => child[node] === node;
  const features = feature.map((own, node) => (isLeaf(own, node) ? LEAF : own));
  const values = toFloat16(threshold.map((own, node) => (isLeaf(own, node) ? leafValue[node] : own)));
  const bytes = new Uint8Array(4 * child.length);
  bytes.set(new Uint8Array(features.buffer, features.byteOffset, features.byteLength));
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 2 * child.length);
  return bytes;
}

/** Throws ProblemError `broken-model` where the bytes are no whole trees. */
export function decodeTrees(bytes: ArrayBuffer, file: string): FlatTrees {
  const count = Math.floor(bytes.byteLength / 4);
  const features = new Uint16Array(bytes, 0, count);
  const values = fromFloat16(new Uint16Array(bytes, 2 * count, count));
  const nodes = new NodeList();
  const roots: number[] = [];
  let nextChild = 0;
  for (let node = 0; node < count; node++) {
    if (node === nextChild) {
      roots.push(nodes.add());
      nextChild = node + 1;
    }
    if (features[node] === LEAF) {
      nodes.setLeaf(node, values[node]);
      continue;
    }
    nodes.setSplit(node, { feature: features[node], threshold: values[node] }, nodes.add());
    nodes.add();
    nextChild += 2;
  }
  if (count === 0 || nextChild !== count || bytes.byteLength % 4 !== 0) {
    throw new ProblemError("broken-model", "the model's trees are cut short", "Reload the app while online, so that its model files are fetched again", { file });
  }
  return { roots: Uint32Array.from([...roots, count]), ...nodes.arrays() };
}
