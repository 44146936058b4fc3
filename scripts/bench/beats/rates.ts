import type { BeatModelId } from "../../../src/models/beat-model.ts";

/** Something to be timed, again and again in turn with others. */
export interface Job {
  readonly model: BeatModelId;
  readonly runtime: string;
  readonly batch: number;
  /** Mean milliseconds for `count` beats at once, of as many calls as fill `leastMs`. */
  readonly meanMs: (leastMs: number, count: number) => Promise<number>;
}

export interface Rate {
  readonly model: BeatModelId;
  readonly runtime: string;
  readonly batch: number;
  /** beats per second of each run; none where a single batch would take too long */
  readonly runs: readonly number[];
}

/** A run is at least this long, so that a clock's tick or a pause for garbage does not count. */
const RUN_MS = 300;
/** What takes longer is timed once. */
const SLOW_MS = 3_000;
/** What would take longer, going by a few beats, is not timed. */
const LIMIT_MS = 30_000;
const FEW_BEATS = 4;

/** Times every job once a round, so that a busy moment of the machine meets all of them. The first calls, which compile and allocate, are not counted. `report` is told what comes next. */
export async function timeInTurns(jobs: readonly Job[], rounds: number, report: (text: string) => void): Promise<Rate[]> {
  const timed: { readonly job: Job; readonly runs: number[]; isDone: boolean }[] = [];
  for (const job of jobs) {
    report(`First call of ${job.model}, ${job.runtime}, batch ${job.batch}`);
    const runs: number[] = [];
    timed.push({ job, runs, isDone: !(await warmUp(job, runs)) });
  }
  for (let round = 0; round < rounds; round++) {
    report(`Round ${round + 1} of ${rounds}`);
    for (const { job, runs, isDone } of timed) if (!isDone) runs.push((job.batch * 1000) / (await job.meanMs(RUN_MS, job.batch)));
  }
  return timed.map(({ job: { model, runtime, batch }, runs }) => ({ model, runtime, batch, runs }));
}

/** Whether the job is to be timed in rounds; a slow one's only run is the one made here. */
async function warmUp({ batch, meanMs }: Job, runs: number[]): Promise<boolean> {
  if (!(await isWithinLimit(batch, meanMs))) return false;
  await meanMs(0, batch);
  const secondMs = await meanMs(0, batch);
  if (secondMs < SLOW_MS) return true;
  runs.push((batch * 1000) / secondMs);
  return false;
}

/** Tries a few beats, then more, as long as they promise to stay within the limit or do not take long themselves: a few beats can cost nearly as much as many. */
async function isWithinLimit(batch: number, meanMs: Job["meanMs"]): Promise<boolean> {
  for (let few = FEW_BEATS; few < batch; few *= 8) {
    await meanMs(0, few);
    const fewMs = await meanMs(0, few);
    if ((fewMs / few) * batch < LIMIT_MS) return true;
    if (fewMs > SLOW_MS) return false;
  }
  return batch <= FEW_BEATS;
}

/** Largest absolute difference of two arrays of one length; NaN where one has a NaN or the lengths differ. */
export function largestDifference(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return NaN;
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);
}
