import { firstFrom } from "../../../shared/sorted-search.ts";
import type { MeasuredLead } from "./caliper-maths.ts";

export interface CaliperStroke {
  readonly key: string;
  readonly shiftKey: boolean;
}

export const CALIPER_KEY_WORDS = [
  ["ArrowLeft", "Move the caliper one sample earlier"],
  ["ArrowRight", "Move the caliper one sample later"],
  ["Shift+ArrowLeft", "Move the caliper ten samples earlier"],
  ["Shift+ArrowRight", "Move the caliper ten samples later"],
  ["PageUp", "Move the caliper to the R peak before"],
  ["PageDown", "Move the caliper to the next R peak"],
] as const;

/** Where a key moves a caliper that stands at `timeS`; null for a key that is none of its own. */
export function keyedTime({ key, shiftKey }: CaliperStroke, timeS: number, { samplingRateHz, peakSample }: Pick<MeasuredLead, "samplingRateHz" | "peakSample">): number | null {
  const sample = Math.round(timeS * samplingRateHz);
  const steps = shiftKey ? 10 : 1;
  const peak = (index: number) => (index >= 0 && index < peakSample.length ? peakSample[index] : sample);
  switch (key) {
    case "ArrowLeft": return (sample - steps) / samplingRateHz;
    case "ArrowRight": return (sample + steps) / samplingRateHz;
    case "PageUp": return peak(firstFrom(peakSample, sample) - 1) / samplingRateHz;
    case "PageDown": return peak(firstFrom(peakSample, sample + 1)) / samplingRateHz;
    default: return null;
  }
}
