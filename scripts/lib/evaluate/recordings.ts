import { basename } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { classifyBeats } from "../../../src/models/arrhythmia/model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { sha256 } from "../../../src/models/artifacts/sha256.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import type { ArrhythmiaCard } from "../../../src/models/card.ts";
import { arrhythmiaEvaluationText } from "../../../src/models/evaluation/arrhythmia-evaluation-text.ts";
import { evaluateRecordings, unseenRecords } from "../../../src/models/evaluation/evaluate-arrhythmia.ts";
import { measureArrhythmia, type MeasuredRecord } from "../../../src/models/evaluation/measure-arrhythmia.ts";
import { measuredArrhythmiaCard } from "../../../src/models/evaluation/measured-arrhythmia-card.ts";
import { fromUser } from "../from-user.ts";
import { readWfdbRecord, wfdbRecords } from "../read-wfdb.ts";
import { parseOrExplain } from "../run-main.ts";
import { updateCard } from "./update-card.ts";

const USAGE =
  "npm run evaluate -- recordings DIR [--noise DB] [--models FOLDER] [--json] [--write-cards], where DIR holds WFDB records with beat annotations (.hea, .dat, .atr), DB is the " +
  "signal-to-noise ratio of electrode motion to add, and FOLDER is where npm run train --out put models";
const control = { signal: new AbortController().signal, onProgress: () => undefined };

/** R peaks and classes of beats in the first lead of every annotated record of a folder, against its annotations. */
export async function measureRecordings(args: readonly string[]): Promise<string> {
  const { folder, snrDb, models, json, writeCards } = readArguments(args);
  installBackends(nodeWasmPaths);
  const options = { ...control, parameters: {}, readArtifact: readArtifactsFrom(models) };
  const card = JSON.parse(new TextDecoder().decode(await options.readArtifact("arrhythmia/card.json"))) as ArrhythmiaCard;
  const learntHashes = new Set(Object.values(card.trainedOn.records));
  const measured = new Map<string, MeasuredRecord>();
  const hashes = new Map<string, readonly string[]>();
  for (const record of await wfdbRecords(folder)) {
    const { annotations, ...recording } = await readWfdbRecord(folder, record, control);
    if (annotations === null) continue;
    const noise = snrDb === null ? {} : { noise: { snrDb, seed: measured.size + 1 } };
    measured.set(record, await measureArrhythmia({ ...recording, annotations }, { ...noise, classify: (beats) => classifyBeats(beats, options) }));
    hashes.set(record, recording.files.map((file) => file.sha256));
  }
  if (measured.size === 0) {
    throw new ProblemError("no-annotated-record", "the folder has no WFDB record with annotations", `Usage: ${USAGE}`, { file: folder });
  }
  const learntFrom = new Set([...hashes].filter(([, own]) => own.some((hash) => learntHashes.has(hash))).map(([record]) => record));
  const evaluation = evaluateRecordings(measured, learntFrom);
  if (writeCards) {
    const unseen = unseenRecords(measured, learntFrom);
    const evaluatedOn = {
      name: `${basename(folder)}: ${[...unseen.keys()].join(" ")}`,
      sha256: await sha256(new TextEncoder().encode([...unseen.keys()].flatMap((record) => hashes.get(record) ?? []).join("\n"))),
      rows: Object.values(evaluation.beats.perClass).reduce((sum, { support }) => sum + support, 0),
      patients: unseen.size,
    };
    await updateCard<ArrhythmiaCard>(models, "arrhythmia", (current) => measuredArrhythmiaCard(current, [...unseen.values()], evaluatedOn));
  }
  return json ? JSON.stringify(evaluation, null, 2) : arrhythmiaEvaluationText(evaluation);
}

function readArguments(args: readonly string[]) {
  const options = {
    noise: { type: "string" },
    models: { type: "string" },
    json: { type: "boolean", default: false },
    "write-cards": { type: "boolean", default: false },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one folder of records is measured at a time", `Usage: ${USAGE}`);
  const snrDb = values.noise === undefined ? null : Number(values.noise);
  if (Number.isNaN(snrDb)) throw new ProblemError("usage", "the signal-to-noise ratio is a number", `Usage: ${USAGE}`, { value: values.noise ?? "" });
  const writeCards = values["write-cards"];
  if (writeCards && snrDb !== null) throw new ProblemError("usage", "cards hold figures without added noise", "Leave out --noise or --write-cards");
  return { folder: fromUser(positionals[0]), snrDb, models: values.models === undefined ? SHIPPED_MODELS : fromUser(values.models), json: values.json, writeCards };
}
