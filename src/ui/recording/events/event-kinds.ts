import type { RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import { RHYTHM_EVENT_DEFAULTS, type RhythmEventOptions } from "../../../ecg/rhythm/rhythm-events.ts";
import { formatFixed } from "../../shared/format.ts";

/** How soon an event should be looked at: what cannot wait, a disturbed rhythm, ventricular beats in patterns. */
export type Urgency = "urgent" | "rhythm" | "pattern";

export const EVENT_WORDS: Readonly<Record<RhythmEventKind, { readonly name: string; readonly urgency: Urgency }>> = {
  "ventricular-tachycardia": { name: "Ventricular tachycardia", urgency: "urgent" },
  pause: { name: "Pause", urgency: "urgent" },
  "irregular-rhythm": { name: "Irregular rhythm", urgency: "rhythm" },
  tachycardia: { name: "Tachycardia", urgency: "rhythm" },
  bradycardia: { name: "Bradycardia", urgency: "rhythm" },
  "idioventricular-rhythm": { name: "Idioventricular rhythm", urgency: "rhythm" },
  "ventricular-triplet": { name: "Triplet", urgency: "pattern" },
  "ventricular-couplet": { name: "Couplet", urgency: "pattern" },
  "ventricular-bigeminy": { name: "Bigeminy", urgency: "pattern" },
  "ventricular-trigeminy": { name: "Trigeminy", urgency: "pattern" },
};

/** What each kind of event is, the most urgent first. */
export function eventRules({ rate, ventricular, irregular }: RhythmEventOptions = RHYTHM_EVENT_DEFAULTS): Readonly<Record<RhythmEventKind, string>> {
  const { tachycardiaBeats, ventricularTachycardiaBpm, sustainedS, patternBeats } = ventricular;
  const meanRate = `mean rate of ${rate.rateIntervals} RR intervals in a row`;
  return {
    "ventricular-tachycardia": `${tachycardiaBeats} or more ventricular beats in a row above ${ventricularTachycardiaBpm}/min, sustained from ${sustainedS} s on`,
    pause: `an RR interval above ${rate.pauseS} s`,
    "irregular-rhythm": `coefficient of sample entropy above ${formatFixed(irregular.entropyLimit, 1).replace("-", "−")} in windows of ${irregular.windowIntervals} RR intervals, for ${irregular.leastIntervals} of them or more`,
    tachycardia: `${meanRate} above ${rate.tachycardiaBpm}/min`,
    bradycardia: `${meanRate} below ${rate.bradycardiaBpm}/min`,
    "idioventricular-rhythm": `4 or more ventricular beats in a row that are no tachycardia`,
    "ventricular-triplet": "three ventricular beats in a row that are no tachycardia",
    "ventricular-couplet": "two ventricular beats in a row",
    "ventricular-bigeminy": `every second beat ventricular, ${patternBeats} times or more`,
    "ventricular-trigeminy": `every third beat ventricular, ${patternBeats} times or more`,
  };
}
