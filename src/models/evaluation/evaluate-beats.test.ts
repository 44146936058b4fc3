import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { readBeatFiles } from "../../ecg/reading/beats/read-beats.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { BEAT_MODELS } from "../catalog.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { beatEvaluationText } from "./beat-evaluation-text.ts";
import { evaluateBeats } from "./evaluate-beats.ts";

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = { ...quietControl(), models: BEAT_MODELS, modelId: "boosted-trees", readArtifact };

async function readSample(name: string): Promise<BeatTable> {
  const bytes = await readFile(new URL(`../../../public/samples/${name}`, import.meta.url));
  const outcome = await readBeatFiles([new File([bytes], name)], null, quietControl());
  if (outcome.kind === "question") throw new Error(outcome.question.reasons.join(" "));
  return outcome.table;
}

installBackends(nodeWasmPaths);

describe("evaluateBeats", async () => {
  const table = await readSample("heartbeats.csv");
  const evaluation = await evaluateBeats(table, options);
  const [trees] = evaluation.models;
  if (trees.task !== "classifier") throw new Error("Trees name classes.");

  it("describes the data, and measures the model on all of it", () => {
    expect(evaluation.data).toMatchObject({ file: "heartbeats.csv", rows: 1200, samplesPerBeat: 187, classes: { N: 989, S: 27, V: 79, F: 8, Q: 97 } });
    expect(evaluation.models.map(({ id }) => id)).toEqual(["boosted-trees"]);
    expect(trees.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(1200);
    expect(trees.accuracy).toBeGreaterThan(0.97);
    expect(trees.trainedOnThisFile).toBe(false);
  });

  it("measures every model of this length where none is named", async () => {
    const models = BEAT_MODELS.filter(({ id }) => id === "beat-cnn" || id === "boosted-trees" || id === "conv-autoencoder");
    const all = await evaluateBeats(table, { ...options, models, modelId: null });
    expect(all.models.map(({ id }) => id)).toEqual(["beat-cnn", "boosted-trees"]);
    expect(all.models[1]).toEqual(trees);
  });

  it("is the same through JSON", () => {
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });

  it("says in words what it measured, in columns that line up", () => {
    const lines = beatEvaluationText(evaluation).split("\n");
    expect(lines[0]).toBe("heartbeats.csv: 1,200 beats of 187 samples; N 989, S 27, V 79, F 8, Q 97");
    const header = lines.find((line) => line.startsWith("Class ")) ?? "";
    const normal = lines.find((line) => line.startsWith("N      989")) ?? "";
    expect(normal.indexOf(trees.perClass.N.recall?.toFixed(3) ?? "-", header.indexOf("Recall"))).toBe(header.indexOf("Recall"));
    expect(lines.find((line) => line.startsWith("N    "))).toContain(`${trees.confusion[0][0]} (`);
  });

  it("says so where the model has learnt from the file, in the card's first place or a further one", async () => {
    const [file] = table.files;
    const cardWith = (trainedOn: object) => async (path: string) => {
      if (!path.endsWith("/card.json")) return readArtifact(path);
      const card = JSON.parse(new TextDecoder().decode(await readArtifact(path))) as object;
      return new TextEncoder().encode(JSON.stringify({ ...card, trainedOn })).buffer;
    };
    for (const trainedOn of [{ sha256: file.sha256 }, { sha256: "", furtherSha256: [file.sha256] }]) {
      const again = await evaluateBeats(table, { ...options, readArtifact: cardWith(trainedOn) });
      expect(again.models[0].trainedOnThisFile).toBe(true);
      expect(beatEvaluationText(again)).toContain("boosted-trees has learnt from beats of this very file");
    }
  });

  it.each([
    ["no-labels", { ...table.beats, scheme: null, label: new Uint8Array(table.beats.count).fill(UNLABELLED) }, "boosted-trees"],
    ["unknown-model", table.beats, "forest"],
    ["other-classes", { ...table.beats, scheme: "binary" as const }, "boosted-trees"],
    ["other-classes", { ...table.beats, scheme: "ecg5000" as const }, null],
    ["wrong-beat-length", { ...table.beats, samplesPerBeat: 140 }, "boosted-trees"],
    ["wrong-beat-length", { ...table.beats, samplesPerBeat: 100 }, null],
  ])("refuses with %s what cannot be measured", async (code, beats, modelId) => {
    await expect(evaluateBeats({ ...table, beats }, { ...options, modelId })).rejects.toMatchObject({ code });
  });
});
