import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, it } from "vitest";
import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { ModelCard } from "../card.ts";
import { defaultParameters } from "../detector.ts";
import { detect } from "./detect.ts";
import { meta } from "./meta.ts";
import { train } from "./train.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await chooseBackend();
});

const control = { signal: new AbortController().signal, onProgress: () => undefined };

function table(patients: number, beats: number): HeartRateTable {
  const random = seededRandom(5);
  const series = Array.from({ length: patients }, (_, patient): PatientSeries => ({
    patientId: String(patient),
    sourceRow: Uint32Array.from({ length: beats }, (_, beat) => patient * beats + beat),
    timeS: Float64Array.from({ length: beats }, (_, beat) => beat),
    rateBpm: Float64Array.from({ length: beats }, (_, beat) => 70 + 10 * Math.sin(beat / 9) + random.normal()),
    label: new Uint8Array(beats),
    flags: new Uint8Array(beats),
    given: null,
    extra: [],
  }));
  const rows = patients * beats;
  const files = [{ name: "train.csv", bytes: 1, sha256: "ab", rows }];
  return { kind: "heart-rate", files, form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows, labelled: true, patients: series, findings: [] };
}

it("gives the same bytes when run twice, a card, and files that detect can use; no tensor is left", async () => {
  const before = tf.memory().numTensors;
  const data = { train: table(2, 60), labelled: table(0, 0), date: "2026-11-21" };
  const [files, again] = [await train(data, control), await train(data, control)];
  expect(again).toEqual(files);

  const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as ModelCard;
  const readArtifact = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace(`${meta.id}/`, "")) ?? []).buffer);
  const run = await detect(data.train.patients, { ...control, parameters: defaultParameters(meta), readArtifact });
  expect(card).toMatchObject({ id: meta.id, trainedOn: { sha256: "ab", rows: 120, patients: 2 }, metrics: null, date: "2026-11-21" });
  expect(card.threshold).toBeCloseTo(run.threshold, 9);

  const predicted = run.scores.flatMap((score) => [...score]).filter((score) => score >= run.threshold).length;
  expect(predicted).toBe(Math.ceil(0.05 * 118));
  expect(tf.memory().numTensors).toBe(before);
});
