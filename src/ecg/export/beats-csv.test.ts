import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { beatsCsv, type BeatsExport } from "./beats-csv.ts";

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

const input: BeatsExport = {
  files: [{ name: "ward.csv" }, { name: '=cmd, "two".csv' }],
  beats: { count: 3, scheme: "aami", label: Uint8Array.of(0, 2, UNLABELLED), file: Uint16Array.of(0, 0, 1), line: Uint32Array.of(1, 2, 1) },
  model: { task: "classifier", scheme: "aami", probabilities: Float32Array.of(0.875, 0.125, 0, 0, 0, 0.25, 0, 0.5, 0.25, 0, 0, 0.2, 0.2, 0.2, 0.4) },
  relabels: new Map([[1, 3]]),
  relabelScheme: "aami",
};

const rows = (count: number): BeatsExport => ({
  ...input,
  beats: { count, scheme: null, label: new Uint8Array(count).fill(UNLABELLED), file: new Uint16Array(count), line: new Uint32Array(count).map((_, i) => i + 1) },
  model: { task: "autoencoder", errors: new Float32Array(count).map((_, i) => i / 10), threshold: 0.2 },
  relabelScheme: "binary",
});

const written = async (beats: BeatsExport) => (await beatsCsv(beats, quiet)).text();

describe("beatsCsv", () => {
  it("writes classes, score and probabilities of a classifier, formulas made inert", async () => {
    expect(await written(input)).toBe(
      "file,line,true_class,predicted_class,relabelled_class,anomaly_score,probability_N,probability_S,probability_V,probability_F,probability_Q\n" +
      "ward.csv,1,N,N,,0.125,0.875,0.125,0,0,0\n" +
      "ward.csv,2,V,V,F,0.75,0.25,0,0.5,0.25,0\n" +
      `"'=cmd, ""two"".csv",1,,Q,,1,0,0.2,0.2,0.2,0.4\n`,
    );
  });

  it("writes errors of an autoencoder, anomalous from the threshold on, in normal and anomalous", async () => {
    expect(await written({ ...rows(3), relabels: new Map([[0, 1]]) })).toBe(
      "file,line,true_class,predicted_class,relabelled_class,reconstruction_error\n" +
      "ward.csv,1,,N,A,0\nward.csv,2,,N,,0.1\nward.csv,3,,A,,0.2\n",
    );
  });

  it("keeps every probability to the bit", async () => {
    const probabilities = Float32Array.of(1 / 3, 1e-7, 0.123456789, 2 / 3, 1e-30);
    const [row] = Papa.parse<string[]>((await written({ ...input, beats: { ...input.beats, count: 1 }, model: { task: "classifier", scheme: "aami", probabilities } })).split("\n")[1]).data;
    expect(Float32Array.from(row.slice(6), Number)).toEqual(probabilities);
  });

  it("reports beats, and stops between parts once aborted", async () => {
    const done: number[] = [];
    const controller = new AbortController();
    const onProgress = (progress: { done: number }) => {
      done.push(progress.done);
      if (progress.done === 40_000) controller.abort();
    };
    await expect(beatsCsv(rows(45_000), { signal: controller.signal, onProgress })).rejects.toHaveProperty("name", "AbortError");
    expect(done).toEqual([20_000, 40_000]);
  });
});
