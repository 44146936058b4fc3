import { seededRandom } from "../../ecg/numeric/random.ts";
import type { LeadBeats } from "../recording-model.ts";
import { playBeats, withFibrillatoryWaves } from "./play-beats.ts";
import { fibrillationPlan, prematureAtrialPlan, type PlannedBeat } from "./simulated-rhythms.ts";

export interface LabelledBeats {
  readonly beats: LeadBeats;
  /** of each beat, an index into CLASSES.aami */
  readonly label: Uint8Array;
}

/** How many times a patient is simulated in each rhythm, with other draws. */
const ROUNDS = 2;

/**
 * The patient again, in two rhythms of which few recordings are to be had: with premature atrial beats, and in atrial
 * fibrillation. To be learnt from only: what is measured is measured on recorded beats. The same seed gives the same.
 */
export function simulatedPatients({ beats, label }: LabelledBeats, seed: number): LabelledBeats[] {
  const random = seededRandom(seed);
  return Array.from({ length: ROUNDS }, () => {
    const premature = prematureAtrialPlan(label, random);
    const fibrillating = fibrillationPlan(label, random);
    return [
      { beats: playBeats(beats, premature), label: labelOf(premature) },
      { beats: withFibrillatoryWaves(playBeats(beats, fibrillating), random), label: labelOf(fibrillating) },
    ];
  })
    .flat()
    .filter((simulated) => simulated.label.length > 0);
}

function labelOf(plan: readonly PlannedBeat[]): Uint8Array {
  return Uint8Array.from(plan, ({ beatClass }) => beatClass);
}
