import type { FlatTrees } from "../trees/flat-trees.ts";

/** Trees one after another. */
export function joinTrees(parts: readonly FlatTrees[]): FlatTrees {
  const total = parts.reduce((sum, { child }) => sum + child.length, 0);
  const joined = {
    feature: new Uint16Array(total),
    threshold: new Float32Array(total),
    child: new Uint32Array(total),
    leafValue: new Float32Array(total),
  };
  const roots: number[] = [];
  let start = 0;
  for (const part of parts) {
    const from = start;
    roots.push(...part.roots.subarray(0, -1).map((root) => root + from));
    joined.feature.set(part.feature, from);
    joined.threshold.set(part.threshold, from);
    joined.child.set(part.child.map((left) => left + from), from);
    joined.leafValue.set(part.leafValue, from);
    start += part.child.length;
  }
  return { roots: Uint32Array.from([...roots, total]), ...joined };
}
