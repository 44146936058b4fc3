import { ProblemError } from "../../problem.ts";

/** Of all leads together, 1 GiB in memory: four times three leads of a day at 250 Hz. */
const MOST_SAMPLES = 1 << 28;

/** Of all leads together, what pauses may hold of a recording of any length: four and a half hours of one lead at 250 Hz. */
const MOST_PAUSE_SAMPLES = 1 << 22;
/** Of a long recording, so many times what was recorded. */
const MOST_PAUSES = 64;

/** Throws ProblemError `no-samples` or `too-long` before memory for the leads is taken. */
export function requireSamplesInMemory(leadCount: number, sampleCount: number, fileName: string): void {
  if (sampleCount < 1) throw new ProblemError("no-samples", "the recording holds no samples", "Choose another recording", { file: fileName });
  if (leadCount * sampleCount <= MOST_SAMPLES) return;
  const millions = (count: number) => Math.round(count / 1e6).toLocaleString("en-US");
  throw new ProblemError("too-long", `the leads hold ${millions(leadCount * sampleCount)} million samples together, and ${millions(MOST_SAMPLES)} million are the most that fit`, "Cut the recording into shorter ones", {
    file: fileName,
  });
}

/** Throws ProblemError `too-sparse` before memory is taken for pauses that a small file may only claim. */
export function requireFewPauses(leadCount: number, { recorded, withPauses }: { readonly recorded: number; readonly withPauses: number }, fileName: string): void {
  if (leadCount * (withPauses - recorded) <= Math.max(MOST_PAUSE_SAMPLES, MOST_PAUSES * leadCount * recorded)) return;
  const times = Math.round(withPauses / recorded).toLocaleString("en-US");
  throw new ProblemError("too-sparse", `with its pauses the recording lasts ${times} times as long as what was recorded`, "Cut it where it pauses, and open its parts one by one", { file: fileName });
}
