import type { DetectorMeta } from "../detector.ts";

export const meta: DetectorMeta = {
  id: "rolling-median",
  name: "Rolling median rule",
  sentence:
    "Reports a beat whose rate stands far above the median of the beats around it and is followed by a slower one: z = (rate − median) ÷ spread, less a share of the next beat's z.",
  parameters: [
    { kind: "number", key: "window", label: "Window (beats)", help: "Beats around and including the one looked at; an even number counts as one more.", min: 5, max: 201, step: 2, default: 11 },
    { kind: "number", key: "floorPercent", label: "Least spread (% of the median)", help: "The spread is 1.4826 × the median absolute deviation from the median, and at least this much.", min: 1, max: 50, step: 1, default: 30 },
    { kind: "number", key: "pauseShare", label: "Share of the next beat", help: "A premature beat is followed by a pause. This share of the next beat's z is subtracted; 0 does not ask for the pause.", min: 0, max: 1, step: 0.25, default: 0.25 },
    { kind: "number", key: "threshold", label: "Threshold (z)", help: "A beat is reported from this value on.", min: 0.1, max: 10, step: 0.05, default: 0.6 },
  ],
  score: { label: "Robust z", min: 0, max: 5, step: 0.05, digits: 2 },
};
