import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";

/** Share, 0 … 1, of a recording's samples that is irregularly irregular: events of that kind never overlap. */
export function irregularShare(events: readonly RhythmEvent[], sampleCount: number): number {
  return events.reduce((sum, { kind, startSample, endSample }) => (kind === "irregular-rhythm" ? sum + endSample - startSample : sum), 0) / sampleCount;
}
