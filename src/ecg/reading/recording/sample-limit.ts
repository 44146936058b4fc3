import { ProblemError } from "../../problem.ts";

/** Of all leads together, 1 GiB in memory: four times three leads of a day at 250 Hz. */
const MOST_SAMPLES = 1 << 28;

/** Throws ProblemError `no-samples` or `too-long` before memory for the leads is taken. */
export function requireSamplesInMemory(leadCount: number, sampleCount: number, fileName: string): void {
  if (sampleCount < 1) throw new ProblemError("no-samples", "the recording holds no samples", "Choose another recording", { file: fileName });
  if (leadCount * sampleCount <= MOST_SAMPLES) return;
  const millions = (count: number) => Math.round(count / 1e6).toLocaleString("en-US");
  throw new ProblemError("too-long", `the leads hold ${millions(leadCount * sampleCount)} million samples together, and ${millions(MOST_SAMPLES)} million are the most that fit`, "Cut the recording into shorter ones", {
    file: fileName,
  });
}
