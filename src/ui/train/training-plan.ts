import { CLASSES } from "../../ecg/beats/classes.ts";
import { splitBeats, splitByPatient, type BeatSplit } from "../../ecg/beats/split-beats.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { RunData } from "../../lifecycle/runs/training-run.ts";
import { formatCounted } from "../shared/format.ts";
import type { GatheredBeats } from "./beat-data.ts";

/** How gathered beats are divided to learn from; `problem` says why they will not do. */
export interface TrainingPlan {
  readonly split: BeatSplit;
  readonly by: RunData["split"]["by"];
  readonly rowsPerClass: { readonly training: Readonly<Record<string, number>>; readonly validation: Readonly<Record<string, number>> };
  readonly sentence: string;
  readonly problem: string | null;
}

export interface PlanOptions {
  readonly by: RunData["split"]["by"];
  readonly validationShare: number;
  readonly seed: number;
  /** an autoencoder's training uses the normal ones alone */
  readonly task: "classifier" | "autoencoder";
}

/** Fewer beats than this teach nothing. */
const FEWEST = 20;

/** Divides the beats by patient where there are several and it is wanted, else by beat. */
export function planTraining({ beats, patient }: GatheredBeats, { by, validationShare, seed, task }: PlanOptions): TrainingPlan {
  const byPatient = by === "patient" ? splitByPatient(beats, patient, { validationShare, seed }) : null;
  const split = byPatient ?? splitBeats(beats, validationShare, seed);
  const rowsPerClass = { training: countClasses(beats, split.training), validation: countClasses(beats, split.validation) };
  return {
    split,
    by: byPatient === null ? "row" : "patient",
    rowsPerClass,
    sentence: byPatient !== null ? "No patient’s beats are on both sides; a file counts as a patient." : `${by === "patient" ? "All are of one file and nothing says of which patients: b" : "B"}eats of one patient may be on both sides, so that the figures in training flatter.`,
    problem: whyNot(beats, rowsPerClass, task),
  };
}

function whyNot(beats: Beats, { training, validation }: TrainingPlan["rowsPerClass"], task: PlanOptions["task"]): string | null {
  const normal = CLASSES[beats.scheme ?? "binary"][0].code;
  const counted = (rows: Readonly<Record<string, number>>) => (task === "autoencoder" ? (rows[normal] ?? 0) : Object.values(rows).reduce((sum, count) => sum + count, 0));
  const what = task === "autoencoder" ? "normal beat" : "labelled beat";
  if (counted(training) + counted(validation) < FEWEST) return `There are ${formatCounted(counted(training) + counted(validation), what)}; at least ${FEWEST} are needed. Relabel more beats, or choose more data.`;
  if (counted(validation) === 0) return "No beat is left to choose the epoch by. Raise the validation part.";
  if (task === "classifier" && Object.keys(training).length < 2) return "All beats to learn from are of one class. Choose data with at least two.";
  return null;
}

/** By the class's code, in the scheme's order; classes that are not there are left out. */
function countClasses({ label, scheme }: Beats, rows: Uint32Array): Record<string, number> {
  const classes = CLASSES[scheme ?? "binary"];
  const counts = classes.map(() => 0);
  for (const row of rows) counts[label[row]]++;
  return Object.fromEntries(classes.map(({ code }, own) => [code, counts[own]] as const).filter(([, count]) => count > 0));
}
