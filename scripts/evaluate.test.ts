import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { DETECTORS } from "../src/models/catalog.ts";
import type { BeatEvaluation } from "../src/models/evaluation/evaluate-beats.ts";
import type { Evaluation } from "../src/models/evaluation/evaluate.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const sampleFolder = fileURLToPath(new URL("../public/samples/", import.meta.url));

/** As `npm run -s evaluate -- …` typed in the samples' folder. */
const evaluate = (...args: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/evaluate.ts", ...args], {
    cwd: project,
    env: { ...process.env, INIT_CWD: sampleFolder },
  });

describe("npm run evaluate", () => {
  it("prints one JSON object and nothing else, for a path from where the user stands", async () => {
    const { stdout } = await evaluate("heart-rate", "heart-rate.csv", "--json");
    const { data, detectors } = JSON.parse(stdout) as Evaluation;
    expect(data).toMatchObject({ file: "heart-rate.csv", rows: 12153, patients: 6, anomalous: 82 });
    expect(detectors.map(({ id }) => id)).toEqual(DETECTORS.map(({ id }) => id));
    expect(detectors.find(({ id }) => id === "rolling-median")?.recall).toBeGreaterThan(0.9);
  }, 120_000);

  it("measures one model of single beats, class by class", async () => {
    const { stdout, stderr } = await evaluate("beats", "heartbeats.csv", "--model", "boosted-trees", "--json");
    const { data, models: [trees, ...others] } = JSON.parse(stdout) as BeatEvaluation;
    expect(stderr).toBe("");
    expect(data).toMatchObject({ file: "heartbeats.csv", rows: 1200 });
    expect(others).toEqual([]);
    if (trees.task !== "classifier") throw new Error("Trees name classes.");
    expect(trees.id).toBe("boosted-trees");
    expect(Object.keys(trees.perClass)).toEqual(["N", "S", "V", "F", "Q"]);
    expect(Object.keys(trees.perClass.N)).toEqual(expect.arrayContaining(["accuracy", "rocAuc", "precision", "recall", "f1", "support"]));
    expect(trees.perClass.V.recall).toBeGreaterThan(0.9);
  }, 120_000);

  it("measures an autoencoder as normal against anomalous", async () => {
    const { data, models: [autoencoder] } = JSON.parse((await evaluate("beats", "ecg5000.tsv", "--model", "conv-autoencoder", "--json")).stdout) as BeatEvaluation;
    expect(data).toMatchObject({ file: "ecg5000.tsv", rows: 290, samplesPerBeat: 140 });
    expect(autoencoder).toMatchObject({ id: "conv-autoencoder", normal: 145, anomalous: 145, trainedOnThisFile: false });
    if (autoencoder.task !== "autoencoder") throw new Error("An autoencoder names no classes.");
    expect(autoencoder.normalRight + autoencoder.anomalousRight).toBeGreaterThan(0.9 * 290);
    expect(autoencoder.recall).toBe(autoencoder.anomalousRight / 145);
    expect(autoencoder.rocAuc).toBeGreaterThan(0.95);
  }, 120_000);

  it("says in a sentence what is wrong, and fails", async () => {
    await expect(evaluate("heart-rate", "none.csv")).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/none\.csv: the file cannot be opened\. Check its path\.\n$/) as string,
    });
    await expect(evaluate("--json")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Usage: npm run evaluate") as string });
    await expect(evaluate("beats", "ecg5000.tsv", "--model", "beat-cnn", "--json")).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("1D-CNN takes beats of 187 samples, and these have 140") as string,
    });
  }, 120_000);
});
