import type { JobControl } from "../../../src/ecg/progress.ts";
import type { BeatInput } from "../../../src/models/beat-model.ts";
import { readBeats } from "../../lib/read-beats.ts";

const FILES = ["public/samples/heartbeats.csv", "public/samples/ecg5000.tsv"] as const;

const control: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };

/** The beats of the shipped samples by their length: 187 and 140 samples. */
export async function sampleBeats(): Promise<ReadonlyMap<number, BeatInput>> {
  const tables = await Promise.all(FILES.map((file) => readBeats(file, control)));
  return new Map(tables.map(({ beats }) => [beats.samplesPerBeat, beats]));
}

/** `count` beats: those of `beats`, over and over. */
export function repeatBeats({ samples, samplesPerBeat }: BeatInput, count: number): BeatInput {
  return { count, samplesPerBeat, samples: Float32Array.from({ length: count * samplesPerBeat }, (_, index) => samples[index % samples.length]) };
}
