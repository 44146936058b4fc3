import { runCases, type EndedCase } from "./case-process.ts";
import { Reproducers } from "./reproducer.ts";
import { Tally, tallyTable } from "./tally.ts";
import { TARGETS } from "./targets.ts";

export interface FuzzOptions {
  readonly targets: readonly string[];
  /** of all targets together */
  readonly cases: number;
  /** number of the first case of each target */
  readonly firstCase: number;
  readonly seed: number;
  /** no further cases are begun after so long */
  readonly minutes: number;
  readonly processes: number;
  /** for the inputs of cases that fail */
  readonly folder: string;
  readonly print: (line: string) => void;
}

interface Chunk {
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** Cases that one process runs, so that none grows old. */
const CHUNK = 5000;
/** Cases of one target that are kept: a hundred of one fault say no more than a few. */
const MOST_KEPT = 25;

/** Runs all cases, prints a table of what became of them, and gives the number of faults. */
export async function fuzz({ targets, cases, firstCase, seed, minutes, processes, folder, print }: FuzzOptions): Promise<number> {
  const tallies = new Map(targets.map((target) => [target, new Tally(target)]));
  const queue = chunksOf(targets, cases, firstCase);
  const reproducers = new Reproducers(folder, seed);
  const endsAt = performance.now() + minutes * 60_000;
  const begunAt = performance.now();

  async function take(target: string, ended: EndedCase): Promise<void> {
    const tally = tallies.get(target) ?? new Tally(target);
    tally.add(ended);
    if (ended.end.kind !== "fault" || tally.faults > MOST_KEPT) return;
    print(`FAULT ${target} #${ended.index}: ${ended.end.fault}: ${ended.end.why}\n  kept in ${await reproducers.write(target, ended)}`);
  }

  async function work(): Promise<void> {
    for (let chunk = queue.shift(); chunk !== undefined && performance.now() < endsAt; chunk = queue.shift()) {
      const { target, from, to } = chunk;
      const kept: Promise<void>[] = [];
      const began = performance.now();
      const next = await runCases({ target, seed, from, to }, (ended) => kept.push(take(target, ended)));
      await Promise.all(kept);
      if (next < to) queue.unshift({ target, from: next, to });
      print(`${target}: cases ${from} to ${next - 1}, ${Math.round((next - from) / ((performance.now() - began) / 1000))} a second`);
    }
  }

  await Promise.all(Array.from({ length: processes }, work));
  const all = [...tallies.values()];
  const [done, faults] = [all.reduce((sum, tally) => sum + tally.cases, 0), all.reduce((sum, tally) => sum + tally.faults, 0)];
  print(`\n${tallyTable(all)}\n\n${done.toLocaleString("en-US")} cases of seed ${seed} in ${((performance.now() - begunAt) / 60_000).toFixed(1)} minutes, ${faults.toLocaleString("en-US")} faults${faults > 0 ? `, kept in ${folder}` : ""}.`);
  return faults;
}

/** The cases dealt out to the targets by their shares, in chunks that take turns, so that a run that is ended early has tried them all. */
function chunksOf(targets: readonly string[], cases: number, firstCase: number): Chunk[] {
  const shares = targets.map((target) => TARGETS[target].perMillion);
  const sum = shares.reduce((total, share) => total + share, 0);
  let before = 0;
  const dealt = targets.flatMap((target, i) => {
    const count = Math.round((cases * (before + shares[i])) / sum) - Math.round((cases * before) / sum);
    before += shares[i];
    return Array.from({ length: Math.ceil(count / CHUNK) }, (_, chunk) => ({ turn: (chunk * CHUNK) / count, target, from: firstCase + chunk * CHUNK, to: firstCase + Math.min(count, (chunk + 1) * CHUNK) }));
  });
  return dealt.sort((a, b) => a.turn - b.turn);
}
