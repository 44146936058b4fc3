import type { RandomState } from "../../ecg/numeric/random.ts";

/** Keeps the last checkpoint of one training: a file in Node, a record in the browser. */
export interface CheckpointStore {
  /** null where there is none */
  readonly read: () => Promise<Uint8Array | null>;
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** All that a training needs to go on after an epoch as if it had never stopped. */
export interface Checkpoint {
  /** of settings and examples: a checkpoint of another training is not taken up */
  readonly fingerprint: string;
  readonly epochs: readonly { readonly trainingLoss: number; readonly validationLoss: number }[];
  readonly bestEpoch: number;
  readonly random: RandomState;
  readonly weights: readonly Float32Array[];
  readonly bestWeights: readonly Float32Array[];
  /** the optimizer's moments */
  readonly moments: readonly Float32Array[];
}

type Header = Omit<Checkpoint, "weights" | "bestWeights" | "moments"> & {
  readonly lengths: { readonly weights: readonly number[]; readonly bestWeights: readonly number[]; readonly moments: readonly number[] };
};

/** The length of a JSON header (uint32), the header, and the arrays as float32, little-endian. */
export function encodeCheckpoint({ weights, bestWeights, moments, ...rest }: Checkpoint): Uint8Array {
  const lengthsOf = (arrays: readonly Float32Array[]) => arrays.map(({ length }) => length);
  const header: Header = { ...rest, lengths: { weights: lengthsOf(weights), bestWeights: lengthsOf(bestWeights), moments: lengthsOf(moments) } };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const arrays = [...weights, ...bestWeights, ...moments];
  const bytes = new Uint8Array(4 + text.length + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** The checkpoint in `bytes`; null where they are cut short or are none, as after a crash while writing. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint | null {
  const header = readHeader(bytes);
  if (header === null) return null;
  const { lengths, ...rest } = header;
  const counts = [...lengths.weights, ...lengths.bestWeights, ...lengths.moments];
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (bytes.length - start !== 4 * counts.reduce((sum, count) => sum + count, 0)) return null;
  let at = start;
  const take = (count: number): Float32Array => {
    const array = new Float32Array(bytes.slice(at, at + 4 * count).buffer);
    at += 4 * count;
    return array;
  };
  return { ...rest, weights: lengths.weights.map(take), bestWeights: lengths.bestWeights.map(take), moments: lengths.moments.map(take) };
}

function readHeader(bytes: Uint8Array): Header | null {
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.length - 4) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
