import type { FlatTrees } from "./flat-trees.ts";

export interface NodeSplit {
  readonly feature: number;
  readonly threshold: number;
}

/** The arrays of flat trees while they fill up. A node is a leaf of value 0 until it is split. */
export class NodeList {
  length = 0;
  #feature = new Uint16Array(0);
  #threshold = new Float32Array(0);
  #child = new Uint32Array(0);
  #leafValue = new Float32Array(0);

  /** Adds a leaf and returns its index. */
  add(): number {
    const node = this.length++;
    if (node === this.#child.length) this.#grow();
    this.#threshold[node] = Infinity;
    this.#child[node] = node;
    return node;
  }

  setLeaf(node: number, value: number): void {
    this.#leafValue[node] = value;
  }

  /** Makes the leaf `node` a split; `left` is its left child and `left + 1` its right one. */
  setSplit(node: number, { feature, threshold }: NodeSplit, left: number): void {
    this.#feature[node] = feature;
    this.#threshold[node] = threshold;
    this.#child[node] = left;
  }

  arrays(): Omit<FlatTrees, "roots"> {
    return {
      feature: this.#feature.slice(0, this.length),
      threshold: this.#threshold.slice(0, this.length),
      child: this.#child.slice(0, this.length),
      leafValue: this.#leafValue.slice(0, this.length),
    };
  }

  #grow(): void {
    const capacity = Math.max(64, 2 * this.#child.length);
    this.#feature = lengthened(this.#feature, new Uint16Array(capacity));
    this.#threshold = lengthened(this.#threshold, new Float32Array(capacity));
    this.#child = lengthened(this.#child, new Uint32Array(capacity));
    this.#leafValue = lengthened(this.#leafValue, new Float32Array(capacity));
  }
}

function lengthened<Numbers extends Uint16Array | Uint32Array | Float32Array>(old: Numbers, longer: Numbers): Numbers {
  longer.set(old);
  return longer;
}
