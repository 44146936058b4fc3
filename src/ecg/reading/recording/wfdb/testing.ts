import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../../problem.ts";
import type { Recording } from "../../../recording/recording.ts";
import { readWfdb } from "./read-wfdb.ts";
import { problemFrom } from "../testing.ts";

/** Helpers for the tests of this folder: an encoder of WFDB records. */

export function fixture(name: string): File {
  return new File([readFileSync(join(import.meta.dirname, "fixtures", name))], name);
}

export function read(files: readonly File[], chunkBytes?: number): Promise<Recording> {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  return readWfdb(files, chunkBytes === undefined ? control : { ...control, chunkBytes });
}

export const problemOf = (files: readonly File[]): Promise<Problem> => problemFrom(read(files));

/** Bits of a sample in each format, and what stands for a missing one. */
export const BITS: Readonly<Record<number, number>> = { 16: 16, 24: 24, 32: 32, 61: 16, 80: 8, 160: 16, 212: 12, 310: 10, 311: 10 };

export function encodeSamples(format: number, samples: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(ENCODERS[format](samples));
}

const littleEndian = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => Math.floor((value < 0 ? value + 2 ** (8 * bytes) : value) / 256 ** i) % 256);
const unsigned = (value: number, bits: number) => (value < 0 ? value + 2 ** bits : value);

/** Cuts into pieces of so many, the last one filled up with `null`. */
function inGroups(samples: readonly number[], size: number): (number | null)[][] {
  return Array.from({ length: Math.ceil(samples.length / size) }, (_, i) => Array.from({ length: size }, (_, k) => samples.at(i * size + k) ?? null));
}

const ENCODERS: Readonly<Record<number, (samples: readonly number[]) => number[]>> = {
  16: (samples) => samples.flatMap((value) => littleEndian(value, 2)),
  24: (samples) => samples.flatMap((value) => littleEndian(value, 3)),
  32: (samples) => samples.flatMap((value) => littleEndian(value, 4)),
  61: (samples) => samples.flatMap((value) => littleEndian(value, 2).reverse()),
  80: (samples) => samples.map((value) => value + 128),
  160: (samples) => samples.flatMap((value) => littleEndian(value + 0x8000, 2)),
  212: (samples) =>
    inGroups(samples, 2).flatMap(([first, second]) => {
      const [a, b] = [unsigned(first ?? 0, 12), unsigned(second ?? 0, 12)];
      return [a % 256, Math.floor(a / 256) + 16 * Math.floor(b / 256), ...(second === null ? [] : [b % 256])];
    }),
  310: (samples) =>
    inGroups(samples, 3).flatMap(([first, second, third]) => {
      const c = unsigned(third ?? 0, 10);
      const words = [2 * unsigned(first ?? 0, 10) + 2048 * (c % 32), 2 * unsigned(second ?? 0, 10) + 2048 * Math.floor(c / 32)];
      return words.flatMap((word) => littleEndian(word, 2)).slice(0, second === null ? 2 : 4);
    }),
  311: (samples) =>
    inGroups(samples, 3).flatMap(([first, second, third]) => {
      const word = unsigned(first ?? 0, 10) + 2 ** 10 * unsigned(second ?? 0, 10) + 2 ** 20 * unsigned(third ?? 0, 10);
      return littleEndian(word, 4).slice(0, second === null ? 2 : third === null ? 3 : 4);
    }),
};

export function checksum(samples: readonly number[]): number {
  const sum = samples.reduce((total, value) => total + BigInt(value), 0n);
  return Number(BigInt.asIntN(16, sum));
}

export interface SignalToWrite {
  readonly name: string;
  /** ADC values, frameCount × samplesPerFrame */
  readonly values: readonly number[];
  readonly samplesPerFrame?: number;
  /** third field of the line; default 200(0)/mV */
  readonly gain?: string;
}

export interface RecordToWrite {
  readonly format: number;
  readonly signals: readonly SignalToWrite[];
  readonly frameRateHz?: number;
  readonly byteOffset?: number;
  readonly withCount?: boolean;
  readonly comments?: readonly string[];
}

/** A header and one signal file, as WFDB's own writers make them. */
export function writeRecord({ format, signals, frameRateHz = 250, byteOffset = 0, withCount = true, comments = [] }: RecordToWrite, name = "made"): File[] {
  const frameCount = signals[0].values.length / (signals[0].samplesPerFrame ?? 1);
  const lines = signals.map(({ name: lead, values, samplesPerFrame = 1, gain = "200(0)/mV" }) => {
    const frame = samplesPerFrame === 1 ? "" : `x${samplesPerFrame}`;
    return `${name}.dat ${format}${frame}${byteOffset === 0 ? "" : `+${byteOffset}`} ${gain} ${BITS[format]} 0 ${values[0]} ${checksum(values)} 0 ${lead}`;
  });
  const interleaved = Array.from({ length: frameCount }, (_, frame) =>
    signals.flatMap(({ values, samplesPerFrame = 1 }) => values.slice(frame * samplesPerFrame, (frame + 1) * samplesPerFrame)),
  ).flat();
  const header = [`${name} ${signals.length} ${frameRateHz}${withCount ? ` ${frameCount}` : ""}`, ...lines, ...comments.map((comment) => `# ${comment}`), ""].join("\r\n");
  return [new File([header], `${name}.hea`), new File([new Uint8Array(byteOffset).fill(7), encodeSamples(format, interleaved)], `${name}.dat`)];
}
