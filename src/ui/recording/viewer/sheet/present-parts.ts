import type { TracePart } from "../../../../ecg/drawing/ecg-trace.ts";
import type { Lead, UnusableStretch } from "../../../../ecg/recording/recording.ts";

/** The stretches that reach into part of a lead: ascending, as they are. */
export function stretchesIn(unusable: readonly UnusableStretch[], { from, to }: TracePart): UnusableStretch[] {
  const found: UnusableStretch[] = [];
  for (let at = firstEndingAfter(unusable, from); at < unusable.length && unusable[at].from < to; at++) found.push(unusable[at]);
  return found;
}

/** A part of a lead without the stretches that are missing in the file and wide enough to be seen. */
export function presentParts({ unusable, samplesMv }: Pick<Lead, "unusable" | "samplesMv">, part: TracePart, samplesPerPx: number): TracePart[] {
  const parts: TracePart[] = [];
  let from = Math.max(part.from - 2 - Math.ceil(samplesPerPx), 0);
  const end = Math.min(part.to + 2 + Math.ceil(samplesPerPx), samplesMv.length);
  for (const gap of stretchesIn(unusable, { from, to: end })) {
    if (gap.cause !== "missing" || gap.to - gap.from < samplesPerPx) continue;
    if (gap.from > from) parts.push({ from, to: gap.from });
    from = Math.max(from, gap.to);
  }
  if (end > from) parts.push({ from, to: end });
  return parts;
}

/** By halving: a recording of a day may have thousands. */
function firstEndingAfter(unusable: readonly UnusableStretch[], sample: number): number {
  let low = 0;
  let high = unusable.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unusable[middle].to > sample) high = middle;
    else low = middle + 1;
  }
  return low;
}
