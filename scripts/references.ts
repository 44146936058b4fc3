/** npm run references -- --data DIR [--out FOLDER]: writes reference.json of each shipped model, of exactly the data it learnt from; see src/models/drift. */
import { writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { detectPeaks } from "../src/ecg/peaks/detect-peaks.ts";
import { ProblemError } from "../src/ecg/problem.ts";
import { DS1 } from "../src/models/arrhythmia/training-records.ts";
import { SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { sha256 } from "../src/models/artifacts/sha256.ts";
import type { LeadBeats } from "../src/models/recording-model.ts";
import { REFERENCE_FILE } from "../src/models/drift/reference-file.ts";
import { referenceOf, type ReferenceData } from "../src/models/drift/reference-of.ts";
import type { ModelId } from "../src/models/model-id.ts";
import { fromUser } from "./lib/from-user.ts";
import { progressLines } from "./lib/progress-lines.ts";
import { readBeats } from "./lib/read-beats.ts";
import { readTable } from "./lib/read-table.ts";
import { readWfdbRecord } from "./lib/read-wfdb.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run references -- --data DIR [--out FOLDER], with the folders heart-rate, heartbeat, ECG5000 and mitdb in DIR";

const quietly = { ...progressLines(), onProgress: () => undefined };

await runMain(main);

async function main(): Promise<void> {
  const { data, out } = parseOrExplain(() => parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } }), USAGE).values;
  if (data === undefined) throw new ProblemError("usage", "it is not said where the training data are", `Usage: ${USAGE}`);
  const folder = out === undefined ? SHIPPED_MODELS : fromUser(out);
  for (const { models, read } of trainingData(fromUser(data))) {
    const bytes = await referenceOf(await read(), quietly);
    for (const id of models) {
      await writeFile(join(folder, id, REFERENCE_FILE), bytes);
      console.log(`${await sha256(bytes)}  ${id}/${REFERENCE_FILE}, ${bytes.length} bytes`);
    }
  }
}

interface TrainingData {
  readonly models: readonly ModelId[];
  readonly read: () => Promise<ReferenceData>;
}

/** What scripts/train.ts gives each model. The detectors of the unusual grew on the normal beats of a few patients, the autoencoders of beats on files that hold others as well. */
function trainingData(folder: string): readonly TrainingData[] {
  const rates = (name: string) => async (): Promise<ReferenceData> => ({ kind: "heart-rate", patients: (await readTable(join(folder, "heart-rate", name), quietly)).patients });
  const beats = (...path: string[]) => async (): Promise<ReferenceData> => ({ kind: "beats", beats: (await readBeats(join(folder, ...path), quietly)).beats, patient: null });
  return [
    { models: ["rolling-median", "heart-rate-cnn"], read: rates("labelled.csv") },
    { models: ["isolation-forest", "dense-autoencoder"], read: rates("train.csv") },
    { models: ["beat-cnn", "boosted-trees", "lstm-fcn"], read: beats("heartbeat", "mitbih_train.csv") },
    { models: ["conv-autoencoder", "lstm-autoencoder"], read: beats("ECG5000", "ECG5000_TRAIN.tsv") },
    { models: ["arrhythmia"], read: () => recordings(join(folder, "mitdb")) },
  ];
}

async function recordings(folder: string): Promise<ReferenceData> {
  if (!existsSync(folder)) throw new ProblemError("no-such-file", "the folder of the MIT-BIH records is missing", `Usage: ${USAGE}`, { file: folder });
  const leads: LeadBeats[] = [];
  for (const record of DS1) {
    const { leads: [lead], samplingRateHz } = await readWfdbRecord(folder, record, quietly);
    leads.push({ lead, samplingRateHz, peakSample: detectPeaks(lead.samplesMv, samplingRateHz, { unusable: lead.unusable }) });
  }
  return { kind: "recordings", leads };
}
