import type { Beats } from "../../ecg/beats/table.ts";
import type { BeatBlock } from "../records.ts";

/** Beats stored as one value: 3 MB at 187 samples each. */
const BEATS_A_BLOCK = 4096;

/** How many blocks so many beats are stored in. */
export const beatBlockCount = (beats: number): number => Math.ceil(beats / BEATS_A_BLOCK);

/** A table's beats as they are stored, one block made at a time: copies, since a view would take its whole buffer along. */
export function* beatBlocks(signalsId: string, beats: Beats): Generator<BeatBlock> {
  const { count, samplesPerBeat, scheme } = beats;
  for (let from = 0; from < count; from += BEATS_A_BLOCK) {
    const to = Math.min(from + BEATS_A_BLOCK, count);
    yield {
      signalsId,
      ordinal: from / BEATS_A_BLOCK,
      beats: {
        count: to - from,
        samplesPerBeat,
        samples: beats.samples.slice(from * samplesPerBeat, to * samplesPerBeat),
        scheme,
        label: beats.label.slice(from, to),
        file: beats.file.slice(from, to),
        line: beats.line.slice(from, to),
      },
    };
  }
}

/** The beats of blocks in order, as one table's again. */
export function joinBeats(blocks: readonly BeatBlock[], { samplesPerBeat, scheme }: Pick<Beats, "samplesPerBeat" | "scheme">): Beats {
  const count = blocks.reduce((total, { beats }) => total + beats.count, 0);
  const joined = {
    count,
    samplesPerBeat,
    samples: new Float32Array(count * samplesPerBeat),
    scheme,
    label: new Uint8Array(count),
    file: new Uint16Array(count),
    line: new Uint32Array(count),
  };
  let from = 0;
  for (const { beats } of blocks) {
    joined.samples.set(beats.samples, from * samplesPerBeat);
    joined.label.set(beats.label, from);
    joined.file.set(beats.file, from);
    joined.line.set(beats.line, from);
    from += beats.count;
  }
  return joined;
}
