import { NO_TEMPLATE } from "../../../ecg/recording/beat-templates.ts";
import { quantile } from "../../../ecg/numeric/quantile.ts";
import type { RecordingBeats } from "../../../ecg/recording/recording-beats.ts";
import { intervalBeforeBeat, type RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import type { BeatLabels } from "../recording-view.ts";

/** The beats of one shape, or those of no template. */
export interface TemplateGroup {
  /** index into the recording's templates; null for the beats of none */
  readonly template: number | null;
  /** ascending, at least one */
  readonly beats: readonly number[];
  /** of its beats, in mV; null for the beats of no template */
  readonly mean: Float32Array<ArrayBuffer> | null;
  /** of all beats, 0 … 1 */
  readonly share: number;
  /** of the RR intervals that end at its beats; null where none is counted */
  readonly medianRrMs: number | null;
}

/** How many beats of a group are of a class, and of these how many a clinician put there. */
export interface ClassShare {
  readonly classIndex: number;
  readonly beats: number;
  readonly relabelled: number;
}

/** The templates, the largest first, and after them the beats of none where there are any. */
export function templateGroups({ peakSample, templates }: RecordingBeats, rr: RrSeries): TemplateGroup[] {
  const rrMs = intervalBeforeBeat(rr);
  const members = templates.templates.map((): number[] => []);
  const others: number[] = [];
  templates.templateOf.forEach((own, beat) => (own === NO_TEMPLATE ? others : members[own]).push(beat));
  const group = (template: number | null, beats: readonly number[]): TemplateGroup => {
    const counted = Float64Array.from(beats, (beat) => rrMs[beat]).filter((ms) => ms > 0);
    return {
      template, beats,
      mean: template === null ? null : templates.templates[template].mean,
      share: beats.length / peakSample.length,
      medianRrMs: counted.length === 0 ? null : quantile(counted, 0.5),
    };
  };
  return [...members.map((beats, index) => group(index, beats)), ...(others.length === 0 ? [] : [group(null, others)])];
}

/** The classes that beats have now, the commonest first. */
export function classMix(beats: readonly number[], { current, relabels }: Pick<BeatLabels, "current" | "relabels">): ClassShare[] {
  const shares = new Map<number, { beats: number; relabelled: number }>();
  for (const beat of beats) {
    const share = shares.get(current[beat]) ?? { beats: 0, relabelled: 0 };
    share.beats++;
    if (relabels.has(beat)) share.relabelled++;
    shares.set(current[beat], share);
  }
  return Array.from(shares, ([classIndex, share]) => ({ classIndex, ...share })).sort((a, b) => b.beats - a.beats || a.classIndex - b.classIndex);
}

/** "Template 3" */
export const groupName = ({ template }: Pick<TemplateGroup, "template">): string => (template === null ? "No template" : `Template ${template + 1}`);

/** The beat so many steps on from the one picked; from outside the group its first or last. Null past its ends. */
export function stepBeat(beats: readonly number[], picked: number | null, by: 1 | -1): number | null {
  const place = picked === null ? -1 : beats.indexOf(picked);
  if (place < 0) return (by === 1 ? beats.at(0) : beats.at(-1)) ?? null;
  return beats[place + by] ?? null;
}
