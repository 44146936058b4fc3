/** npm run samples -- --data DIR: draws the beats and the recording that ship in public/samples from the files they were published in. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { ecg5000SampleRows, heartbeatSampleRows } from "../src/models/training/sample-rows.ts";
import { cutRecording } from "./lib/cut-recording.ts";
import { fromUser } from "./lib/from-user.ts";
import { readWfdbRecord } from "./lib/read-wfdb.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run samples -- --data DIR (with heartbeat/mitbih_test.csv, ECG5000/ECG5000_TRAIN.tsv, ECG5000/ECG5000_TEST.tsv and mitdb/223.hea, .dat and .atr)";
const SAMPLES = fileURLToPath(new URL("../public/samples/", import.meta.url));
/** Sinus rhythm, bigeminy, trigeminy, ventricular tachycardia and atrial premature beats in ten minutes. */
const RECORDING = { record: "223", lead: "MLII", fromMinute: 10, minutes: 10 } as const;
/** Of all records of the MIT-BIH Arrhythmia Database. */
const MIT_BIH_CONVERTER = { unitsPerMv: 200, zero: 1024 } as const;

await runMain(main);

async function main(): Promise<void> {
  const { data } = parseOrExplain(() => parseArgs({ options: { data: { type: "string" } } }), USAGE).values;
  if (data === undefined) throw new ProblemError("usage", "it is not said where the files are", `Usage: ${USAGE}`);
  const folder = fromUser(data);

  const heartbeats = await linesOf(join(folder, "heartbeat", "mitbih_test.csv"));
  await writeLines("heartbeats.csv", heartbeats, heartbeatSampleRows(heartbeats.length));

  const ecg5000 = [
    ...(await linesOf(join(folder, "ECG5000", "ECG5000_TRAIN.tsv"))),
    ...(await linesOf(join(folder, "ECG5000", "ECG5000_TEST.tsv"))),
  ];
  // UCR's classes are 1 … 5, in the order of CLASSES.ecg5000.
  const label = Uint8Array.from(ecg5000, (line) => parseInt(line, 10) - 1);
  await writeLines("ecg5000.tsv", ecg5000, ecg5000SampleRows(label));

  await writeRecording(join(folder, "mitdb"));
}

async function writeRecording(folder: string): Promise<void> {
  const { record, lead, fromMinute, minutes } = RECORDING;
  const recording = await readWfdbRecord(folder, record, { signal: new AbortController().signal, onProgress: () => undefined });
  const samplesPerMinute = 60 * recording.samplingRateHz;
  const { ageYears, sex } = recording.patient;
  const { hea, dat, atr } = cutRecording(recording, {
    ...MIT_BIH_CONVERTER,
    name: "recording",
    leadIndex: recording.leads.findIndex(({ name }) => name === lead),
    fromSample: fromMinute * samplesPerMinute,
    sampleCount: minutes * samplesPerMinute,
    comments: [`MIT-BIH Arrhythmia Database 1.0.0, record ${record}, ${lead}, minutes ${fromMinute} to ${fromMinute + minutes}`, `Age: ${ageYears ?? "unknown"}  Sex: ${sex ?? "unknown"}`],
  });
  await writeFile(join(SAMPLES, "recording.hea"), hea);
  await writeFile(join(SAMPLES, "recording.dat"), dat);
  await writeFile(join(SAMPLES, "recording.atr"), atr);
  console.log(`recording.hea, .dat, .atr: ${minutes} minutes of record ${record}`);
}

async function linesOf(path: string): Promise<string[]> {
  try {
    return (await readFile(path, "utf8")).trimEnd().split(/\r?\n/);
  } catch (cause) {
    throw new ProblemError("no-such-file", "the file cannot be opened", `Usage: ${USAGE}`, { file: path }, { cause });
  }
}

async function writeLines(name: string, lines: readonly string[], rows: Uint32Array): Promise<void> {
  await writeFile(join(SAMPLES, name), Array.from(rows, (row) => `${lines[row]}\n`).join(""));
  console.log(`${name}: ${rows.length} of ${lines.length} beats`);
}
