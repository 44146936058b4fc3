import type { RecordingView } from "../recording-view.ts";

/** Share, 0 … 1, of the recording that is irregularly irregular: events of that kind never overlap. */
export function irregularShare({ events, recording }: Pick<RecordingView, "events" | "recording">): number {
  const samples = events.reduce((sum, { kind, startSample, endSample }) => (kind === "irregular-rhythm" ? sum + endSample - startSample : sum), 0);
  return samples / recording.sampleCount;
}
