import type { WfdbSignal } from "./header.ts";
import type { SignalFormat } from "./signal-formats.ts";

/** Where the samples of one signal go. */
export interface SignalSink {
  readonly signal: WfdbSignal;
  /** mV, as many as the recording has, NaN where none was taken; null where the signal is no lead and only checked */
  readonly samplesMv: Float32Array<ArrayBuffer> | null;
  readonly mvPerUnit: number;
  /** of all ADC values so far, modulo 2¹⁶ */
  sum: number;
}

export interface SignalFileOptions {
  readonly format: SignalFormat;
  readonly frameCount: number;
  /** in the order in which they lie in each frame */
  readonly sinks: readonly SignalSink[];
}

/** Groups that are unpacked at once. */
const BATCH_GROUPS = 1 << 15;

/** Takes the bytes of one signal file as they come and deals the samples out to its signals. */
export class SignalFile {
  readonly #options: SignalFileOptions;
  readonly #samplesPerFrame: number;
  readonly #samples: Int32Array;
  readonly #part: Uint8Array;
  #partLength = 0;
  #prologLeft: number;
  /** samples of the file dealt out so far */
  #position = 0;

  constructor(options: SignalFileOptions) {
    const { format, sinks } = options;
    this.#options = options;
    this.#samplesPerFrame = sinks.reduce((sum, { signal }) => sum + signal.samplesPerFrame, 0);
    this.#samples = new Int32Array(BATCH_GROUPS * format.groupSamples);
    this.#part = new Uint8Array(format.groupBytes);
    this.#prologLeft = sinks[0].signal.byteOffset;
  }

  feed(chunk: Uint8Array): void {
    const { groupBytes } = this.#options.format;
    const prolog = Math.min(this.#prologLeft, chunk.length);
    this.#prologLeft -= prolog;
    let at = prolog;
    if (this.#partLength > 0) {
      const piece = chunk.subarray(at, at + groupBytes - this.#partLength);
      this.#part.set(piece, this.#partLength);
      this.#partLength += piece.length;
      at += piece.length;
      if (this.#partLength < groupBytes) return;
      this.#unpack(this.#part, 1);
      this.#partLength = 0;
    }
    while (chunk.length - at >= groupBytes) {
      const groups = Math.min(BATCH_GROUPS, Math.floor((chunk.length - at) / groupBytes));
      this.#unpack(chunk.subarray(at, at + groups * groupBytes), groups);
      at += groups * groupBytes;
    }
    this.#part.set(chunk.subarray(at));
    this.#partLength = chunk.length - at;
  }

  /** Unpacks a last group that the file holds only in part; the frame count says how many of its samples there are. */
  end(): void {
    if (this.#partLength === 0) return;
    this.#part.fill(0, this.#partLength);
    this.#unpack(this.#part, 1);
    this.#partLength = 0;
  }

  #unpack(bytes: Uint8Array, groups: number): void {
    const { format, sinks, frameCount } = this.#options;
    const samplesPerFrame = this.#samplesPerFrame;
    format.unpack(bytes, groups, this.#samples);
    const count = Math.min(groups * format.groupSamples, frameCount * samplesPerFrame - this.#position);
    let slot = 0;
    for (const sink of sinks) {
      for (let k = 0; k < sink.signal.samplesPerFrame; k++, slot++) {
        const first = (slot - (this.#position % samplesPerFrame) + samplesPerFrame) % samplesPerFrame;
        const frame = Math.floor((this.#position + first) / samplesPerFrame) - sink.signal.skewFrames;
        deal(sink, { samples: this.#samples, first, count, step: samplesPerFrame, to: frame * sink.signal.samplesPerFrame + k, missing: format.missing });
      }
    }
    this.#position += Math.max(0, count);
  }
}

interface Deal {
  readonly samples: Int32Array;
  readonly first: number;
  readonly count: number;
  readonly step: number;
  /** index in the lead of the sample at `first`; negative for those that skew puts before the start */
  readonly to: number;
  readonly missing: number;
}

function deal(sink: SignalSink, { samples, first, count, step, to, missing }: Deal): void {
  const { signal, samplesMv, mvPerUnit } = sink;
  const { gain, baseline, samplesPerFrame } = signal;
  let sum = 0;
  for (let i = first, j = to; i < count; i += step, j += samplesPerFrame) {
    const value = samples[i];
    sum += value;
    if (samplesMv && j >= 0) samplesMv[j] = value === missing ? NaN : ((value - baseline) / gain) * mvPerUnit;
  }
  sink.sum = (sink.sum + sum) % 0x1_0000;
}

/** The sum as a header's checksum has it: its lower 16 bits, signed. */
export function checksumOf({ sum }: SignalSink): number {
  return (sum << 16) >> 16;
}
