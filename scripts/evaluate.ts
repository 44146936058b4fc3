/** npm run evaluate -- KIND …: measures models as shipped on labelled data; one file a kind in scripts/lib/evaluate/. */
import { ProblemError } from "../src/ecg/problem.ts";
import { runMain } from "./lib/run-main.ts";

/** What is printed for the arguments after the kind. */
type Measure = (args: readonly string[]) => Promise<string>;

const MEASURES: Readonly<Record<string, () => Promise<Measure>>> = {
  "heart-rate": async () => (await import("./lib/evaluate/heart-rate.ts")).measureHeartRate,
  beats: async () => (await import("./lib/evaluate/beats.ts")).measureBeatFile,
  recordings: async () => (await import("./lib/evaluate/recordings.ts")).measureRecordings,
  intervals: async () => (await import("./lib/evaluate/intervals.ts")).measureIntervals,
  "twelve-lead": async () => (await import("./lib/evaluate/twelve-lead.ts")).measureTwelveLeads,
};

await runMain(async () => {
  const [kind, ...args] = process.argv.slice(2);
  const load = Object.entries(MEASURES).find(([name]) => name === kind)?.[1];
  if (load === undefined) {
    throw new ProblemError("usage", "it is not said what to measure", `Usage: npm run evaluate -- KIND DATA [--json], where KIND is one of ${Object.keys(MEASURES).join(", ")}`);
  }
  process.stdout.write(`${await (await load())(args)}\n`);
});
