/**
 * How samples are packed in a WFDB signal file, signal(5): groups of whole bytes, each of the same number of samples.
 * Sample `i` of a file is `unpack(bytes, i-th group)[i within the group]`.
 */
export interface SignalFormat {
  readonly groupBytes: number;
  readonly groupSamples: number;
  /** bytes of a last group that holds only 1, 2, … samples */
  readonly partBytes: readonly number[];
  /** the value that stands for a sample that was not taken */
  readonly missing: number;
  /** Unpacks `groups` groups of `bytes`, from its beginning, into `samples`. */
  readonly unpack: (bytes: Uint8Array, groups: number, samples: Int32Array) => void;
}

function bytesEach(groupBytes: number, missing: number, sampleAt: (view: DataView, at: number) => number): SignalFormat {
  return {
    groupBytes,
    groupSamples: 1,
    partBytes: [],
    missing,
    unpack: (bytes, groups, samples) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let i = 0; i < groups; i++) samples[i] = sampleAt(view, i * groupBytes);
    },
  };
}

/** The upper or lower bits of a number as two's complement. */
const signed10 = (bits: number) => (bits << 22) >> 22;
const signed12 = (bits: number) => (bits << 20) >> 20;

/** 12-bit samples in pairs: the low bytes of both around a byte of their upper halves. */
const format212: SignalFormat = {
  groupBytes: 3,
  groupSamples: 2,
  partBytes: [2],
  missing: -2048,
  unpack: (bytes, groups, samples) => {
    for (let group = 0, at = 0; group < groups; group++, at += 3) {
      samples[2 * group] = signed12(bytes[at] | ((bytes[at + 1] & 0x0f) << 8));
      samples[2 * group + 1] = signed12(bytes[at + 2] | ((bytes[at + 1] & 0xf0) << 4));
    }
  },
};

/** 10-bit samples in threes: bits 1 to 10 of two words, and the third in the upper five bits of both. */
const format310: SignalFormat = {
  groupBytes: 4,
  groupSamples: 3,
  partBytes: [2, 4],
  missing: -512,
  unpack: (bytes, groups, samples) => {
    for (let group = 0, at = 0; group < groups; group++, at += 4) {
      const first = bytes[at] | (bytes[at + 1] << 8);
      const second = bytes[at + 2] | (bytes[at + 3] << 8);
      samples[3 * group] = signed10(first >> 1);
      samples[3 * group + 1] = signed10(second >> 1);
      samples[3 * group + 2] = signed10((first >> 11) | ((second >> 11) << 5));
    }
  },
};

/** 10-bit samples in threes: from the lowest bit of a double word up. */
const format311: SignalFormat = {
  groupBytes: 4,
  groupSamples: 3,
  partBytes: [2, 3],
  missing: -512,
  unpack: (bytes, groups, samples) => {
    for (let group = 0, at = 0; group < groups; group++, at += 4) {
      const bits = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
      samples[3 * group] = signed10(bits);
      samples[3 * group + 1] = signed10(bits >> 10);
      samples[3 * group + 2] = signed10(bits >> 20);
    }
  },
};

/** By their number in the header. Not here: 8 (first differences) and 508, 516, 524 (FLAC), which few ECGs are kept in. */
export const SIGNAL_FORMATS: ReadonlyMap<number, SignalFormat> = new Map([
  [16, bytesEach(2, -0x8000, (view, at) => view.getInt16(at, true))],
  [24, bytesEach(3, -0x80_0000, (view, at) => view.getUint16(at, true) | (view.getInt8(at + 2) << 16))],
  [32, bytesEach(4, -0x8000_0000, (view, at) => view.getInt32(at, true))],
  [61, bytesEach(2, -0x8000, (view, at) => view.getInt16(at, false))],
  [80, bytesEach(1, -0x80, (view, at) => view.getUint8(at) - 0x80)],
  [160, bytesEach(2, -0x8000, (view, at) => view.getUint16(at, true) - 0x8000)],
  [212, format212],
  [310, format310],
  [311, format311],
]);

/** Samples that this many bytes hold. */
export function samplesInBytes({ groupBytes, groupSamples, partBytes }: SignalFormat, bytes: number): number {
  const groups = Math.floor(bytes / groupBytes);
  const rest = bytes - groups * groupBytes;
  return groups * groupSamples + partBytes.filter((part) => part <= rest).length;
}

/** Bytes that this many samples take. */
export function bytesOfSamples({ groupBytes, groupSamples, partBytes }: SignalFormat, samples: number): number {
  const rest = samples % groupSamples;
  return ((samples - rest) / groupSamples) * groupBytes + (rest === 0 ? 0 : partBytes[rest - 1]);
}
