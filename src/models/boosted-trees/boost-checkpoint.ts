import type { RandomState } from "../../ecg/numeric/random.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { decodeTrees, encodeTrees } from "./artifact.ts";
import type { BinTrees } from "./boosted-trees.ts";
import { ByteReader, joinBytes } from "./bytes.ts";

export interface Round {
  readonly trainingLoss: number;
  readonly validationLoss: number;
}

/** All that boosting needs to go on after a round as if it had never stopped. */
export interface BoostCheckpoint {
  /** of settings and rows: a checkpoint of another training is not taken up */
  readonly fingerprint: string;
  readonly rounds: readonly Round[];
  readonly random: RandomState;
  /** of all rounds */
  readonly trees: BinTrees;
}

/** The length of a JSON header (uint32), the header, and the trees as in their file, without features and classes. */
export function encodeBoostCheckpoint({ trees, ...header }: BoostCheckpoint): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const model = { startScores: new Float32Array(0), edges: [], trees };
  return joinBytes([Uint32Array.of(text.length), text, encodeTrees({ classes: [], features: [], model })]);
}

/** The checkpoint in `bytes`; null where they are cut short or are none, as after a crash while writing. */
export function decodeBoostCheckpoint(bytes: Uint8Array): BoostCheckpoint | null {
  try {
    const reader = new ByteReader(bytes.slice().buffer);
    const header = JSON.parse(new TextDecoder().decode(reader.bytes(reader.uint32()))) as Omit<BoostCheckpoint, "trees">;
    return { ...header, trees: decodeTrees(reader.rest(), "checkpoint").model.trees };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError || cause instanceof ProblemError) return null;
    throw cause;
  }
}
