import { flutterEpisodes } from "../../../ecg/rhythm/flutter-episodes.ts";
import { spellDuration } from "../../../ecg/rhythm/rhythm-event.ts";
import type { UnusableStretch } from "../../../ecg/recording/recording.ts";
import { formatCount, formatCounted } from "../../shared/format.ts";
import type { RecordingView, TimeSpan } from "../recording-view.ts";

/** Stretches of a recording that say little of its rhythm, in the order of time, and a sentence about all of them. */
export interface MarkedStretches {
  readonly sentence: string;
  readonly stretches: readonly MarkedStretch[];
}

export interface MarkedStretch extends TimeSpan {
  /** what is wrong there, in a few words */
  readonly words: string;
}

const CAUSES: readonly UnusableStretch["cause"][] = ["missing", "flat", "saturated"];

/** Where the lead has no signal to find beats in. */
export function noiseStretches({ lead, recording: { samplingRateHz } }: Pick<RecordingView, "lead" | "recording">): MarkedStretches {
  const { name, unusable } = lead;
  if (unusable.length === 0) return { sentence: `No part of ${name} is missing, flat or saturated.`, stretches: [] };
  const totalS = unusable.reduce((sum, { from, to }) => sum + to - from, 0) / samplingRateHz;
  const causes = CAUSES.flatMap((cause) => {
    const count = unusable.filter((stretch) => stretch.cause === cause).length;
    return count === 0 ? [] : [`${formatCount(count)} ${cause}`];
  });
  return {
    sentence: `${formatCounted(unusable.length, "stretch", "stretches")} of ${name} cannot be used (${causes.join(", ")}), ${spellDuration(totalS)} in all. RR intervals across them are not counted, unless they are too short to hide a beat.`,
    stretches: unusable.map(({ from, to, cause }) => ({ fromS: from / samplingRateHz, toS: to / samplingRateHz, words: cause })),
  };
}

/** Where the file marks ventricular flutter or fibrillation; null where it marks none. */
export function flutterStretches({ annotations, sampleCount, samplingRateHz }: RecordingView["recording"]): MarkedStretches | null {
  const episodes = annotations === null ? [] : flutterEpisodes(annotations, sampleCount);
  if (episodes.length === 0) return null;
  const stretches = episodes.map(({ from, to }) => ({ fromS: from / samplingRateHz, toS: to / samplingRateHz, words: "ventricular flutter" }));
  const totalS = stretches.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  return {
    sentence: `The file marks ventricular flutter or fibrillation in ${formatCounted(stretches.length, "stretch", "stretches")}, ${spellDuration(totalS)} in all. There are no single beats to tell apart: no RR interval or event is counted there.`,
    stretches,
  };
}
