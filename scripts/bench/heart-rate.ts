import { existsSync } from "node:fs";
import { join } from "node:path";
import { ProblemError } from "../../src/ecg/problem.ts";
import { startApp, type AppTimes } from "./app.ts";
import { writeRepeated } from "./million-rows.ts";
import { timeStages, type Stage } from "./node-stages.ts";
import { findPython, runPeer, type PeerTimes } from "./peer.ts";

const SAMPLE = "public/samples/heart-rate.csv";

export interface HeartRateOptions {
  /** holds labelled.csv and train.csv; null repeats the shipped sample, and has the peer trained on it */
  readonly data: string | null;
  readonly rows: number;
  readonly runs: number;
  /** an empty folder for what is written */
  readonly folder: string;
}

export interface HeartRateBench {
  readonly rows: number;
  readonly megabytes: number;
  readonly source: string;
  /** none where there is no Chrome or Chromium */
  readonly app: readonly AppTimes[];
  /** none where there is no Python with pandas and scikit-learn */
  readonly peer: readonly PeerTimes[];
  readonly stages: readonly Stage[];
}

/** Times the check of a table of heart rates in the built app and in its peer, and the stages of it one by one. */
export async function benchHeartRate({ data, rows, runs, folder }: HeartRateOptions): Promise<HeartRateBench> {
  const labelled = data === null ? SAMPLE : join(data, "labelled.csv");
  const train = data === null ? SAMPLE : join(data, "train.csv");
  for (const file of [labelled, train]) if (!existsSync(file)) throw new ProblemError("no-such-file", "this file is missing", "Check --data", { file });
  const file = join(folder, "million.csv");
  const bytes = await writeRepeated(labelled, file, rows);
  const times = await takeTurns({ file, train, runs, outDir: join(folder, "dist") });
  return { rows, megabytes: bytes / 1e6, source: labelled, ...times, stages: await timeStages(file, labelled) };
}

interface Turns {
  readonly file: string;
  readonly train: string;
  readonly runs: number;
  readonly outDir: string;
}

/** The app and the peer take turns, so that a busy moment of the machine meets both. */
async function takeTurns({ file, train, runs, outDir }: Turns): Promise<Pick<HeartRateBench, "app" | "peer">> {
  const app = await startApp(outDir);
  const python = findPython(["pandas", "sklearn"]);
  const appTimes: AppTimes[] = [];
  const peerTimes: PeerTimes[] = [];
  for (let run = 0; run < runs; run++) {
    if (app !== null) appTimes.push(await app.run(file));
    if (python !== null) peerTimes.push(runPeer(python, file, train));
  }
  await app?.close();
  return { app: appTimes, peer: peerTimes };
}
