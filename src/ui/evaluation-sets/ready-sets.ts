import { ProblemError } from "../../ecg/problem.ts";
import { fetchSample, SAMPLES } from "../check/sample-data.ts";
import type { Services } from "../shared/services.ts";
import { freezeOpened, type FrozenSet } from "./frozen-set.ts";

/** A labelled table that comes with the app, drawn from published test data; see the README for what of it is in training files. */
export interface ReadySet {
  readonly fileName: string;
  readonly name: string;
  readonly from: string;
}

export const READY_SETS: readonly ReadySet[] = [
  { fileName: "heartbeats.csv", name: "Sample heartbeats", from: "1,200 beats drawn from the published test data of the heartbeat CSV (MIT-BIH)" },
  { fileName: "ecg5000.tsv", name: "Sample ECG5000", from: "the 290 beats of the published tutorial’s test part of ECG5000; 12 of them are in ECG5000 TRAIN too" },
  { fileName: "heart-rate.csv", name: "Sample heart rates", from: "all 12,153 rows of six patients of the published test data (MIT-BIH)" },
];

/** Fetches and reads a ready set. Throws ProblemError as fetching and reading do; null once aborted. */
export async function readReadySet({ fileName, name }: ReadySet, analysis: Services["analysis"], signal: AbortSignal): Promise<FrozenSet | null> {
  const sample = SAMPLES.find(({ fileNames }) => fileNames.includes(fileName));
  if (sample === undefined) throw new RangeError(`There is no sample ${fileName}.`);
  const opened = await analysis.open(await fetchSample(sample)(signal), null, () => undefined, signal);
  if (opened.kind === "cancelled") return null;
  if (opened.kind === "failed") throw new ProblemError(opened.problem.code, `“${name}” cannot be read`, "Reload the page and try again", opened.problem.place);
  if (opened.kind === "question") throw new RangeError(`${fileName} raises a question.`);
  return freezeOpened(opened, name);
}
