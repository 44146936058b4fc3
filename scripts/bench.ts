// Measures speed against peers in the same run: npm run bench -- [heart-rate] [beats] [reading] [recordings] [day] [backup] [retraining] [--data DIR] [--runs N] [--rows N] [--json]
// DIR holds labelled.csv and train.csv of heart-rate/; without it the shipped sample is repeated, and trained on by the peer.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { benchBackup } from "./bench/backup/backup.ts";
import { backupText } from "./bench/backup/backup-text.ts";
import { benchBeats } from "./bench/beats/beats.ts";
import { beatsText } from "./bench/beats/beats-text.ts";
import { benchDay } from "./bench/day/day.ts";
import { dayText } from "./bench/day/day-text.ts";
import { benchHeartRate } from "./bench/heart-rate.ts";
import { heartRateText } from "./bench/heart-rate-text.ts";
import { benchReading } from "./bench/reading/reading.ts";
import { readingText } from "./bench/reading/reading-text.ts";
import { benchRecordings } from "./bench/recordings/recordings.ts";
import { recordingsText } from "./bench/recordings/recordings-text.ts";
import { benchRetraining } from "./bench/retraining/retraining.ts";
import { retrainingText } from "./bench/retraining/retraining-text.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run bench -- [heart-rate] [beats] [reading] [recordings] [day] [backup] [retraining] [--data DIR] [--runs N] [--rows N] [--json]";
const PARTS = ["heart-rate", "beats", "reading", "recordings", "day", "backup", "retraining"] as const;
type Part = (typeof PARTS)[number];

await runMain(main);

async function main(): Promise<void> {
  const options = readArguments();
  const folder = await mkdtemp(join(tmpdir(), "isoline-bench-"));
  const results: Partial<Record<Part, unknown>> = {};
  try {
    if (!options.json) console.log(`${cpus().length} cores; medians of ${options.runs} runs`);
    for (const part of options.parts) {
      const own = join(folder, part);
      await mkdir(own);
      const { result, text } = await benchPart(part, own, options);
      results[part] = result;
      if (!options.json) console.log(`\n${text}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (options.json) console.log(JSON.stringify({ cores: cpus().length, runs: options.runs, ...results }, null, 2));
}

type Options = ReturnType<typeof readArguments>;

async function benchPart(part: Part, folder: string, { data, runs, rows }: Options): Promise<{ readonly result: unknown; readonly text: string }> {
  switch (part) {
    case "heart-rate": {
      const result = await benchHeartRate({ data, runs, rows, folder });
      return { result, text: heartRateText(result) };
    }
    case "beats": {
      const result = await benchBeats({ outDir: join(folder, "dist"), runs, report: (text) => console.error(text) });
      return { result, text: beatsText(result) };
    }
    case "reading": {
      const result = await benchReading({ folder, runs });
      return { result, text: readingText(result) };
    }
    case "recordings": {
      const result = await benchRecordings({ folder, runs });
      return { result, text: recordingsText(result) };
    }
    case "day": {
      const result = await benchDay(folder);
      return { result, text: dayText(result) };
    }
    case "backup": {
      const result = await benchBackup(folder, (text) => console.error(text));
      return { result, text: backupText(result) };
    }
    case "retraining": {
      const result = await benchRetraining(folder);
      return { result, text: retrainingText(result) };
    }
  }
}

function readArguments() {
  const options = {
    data: { type: "string" },
    runs: { type: "string", default: "3" },
    rows: { type: "string", default: "1000000" },
    json: { type: "boolean", default: false },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ allowPositionals: true, options }), USAGE);
  const unknown = positionals.find((each) => !PARTS.some((part) => part === each));
  if (unknown !== undefined) throw new ProblemError("usage", `there is no bench “${unknown}”`, `Usage: ${USAGE}`);
  return {
    parts: positionals.length === 0 ? PARTS : PARTS.filter((part) => positionals.includes(part)),
    data: values.data ?? null,
    runs: Number(values.runs),
    rows: Number(values.rows),
    json: values.json,
  };
}
