import { readdir } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { ProblemError } from "../../../src/ecg/problem.ts";
import type { PredictArguments } from "./predict-arguments.ts";

/** What is opened together and answered once. */
export interface PredictInput {
  /** of the answer's file, without its ending */
  readonly name: string;
  /** as errors name it */
  readonly asked: string;
  readonly paths: readonly string[];
}

const WFDB_ENDING = /\.(hea|dat|atr)$/i;

/**
 * The inputs that the paths stand for, in the order of their paths: a file each, and a WFDB record's files together, the
 * unnamed ones of its name included. Throws a ProblemError `same-name` where two answers would have one name.
 */
export async function predictInputs(paths: readonly string[]): Promise<PredictInput[]> {
  const inputs = new Map<string, PredictInput>();
  for (const path of paths) {
    const isRecord = WFDB_ENDING.test(path);
    const key = isRecord ? join(dirname(path), parse(path).name) : path;
    if (!inputs.has(key)) inputs.set(key, { name: basename(key), asked: path, paths: isRecord ? await recordPaths(key, path) : [path] });
  }
  const sorted = [...inputs].sort(([a], [b]) => (a < b ? -1 : 1));
  const taken = new Map<string, string>();
  for (const [key, { name }] of sorted) {
    const other = taken.get(name);
    if (other !== undefined) throw new ProblemError("same-name", `its answer would have the name of that of ${other}`, "Rename one, or run them apart with an --out of their own", { file: key });
    taken.set(name, key);
  }
  return sorted.map(([, input]) => input);
}

/** Every shard knows its part without asking: the inputs are dealt out in turn. */
export function shardOf(inputs: readonly PredictInput[], { index, of }: PredictArguments["shard"]): PredictInput[] {
  return inputs.filter((_, i) => i % of === index);
}

async function recordPaths(record: string, asked: string): Promise<string[]> {
  const folder = dirname(record);
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((name) => WFDB_ENDING.test(name) && parse(name).name === basename(record)).sort();
  return own.length === 0 ? [asked] : own.map((name) => join(folder, name));
}
