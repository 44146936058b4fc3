import { describe, expect, it } from "vitest";
import type { BeatTable } from "../../ecg/beats/table.ts";
import type { BeatModelCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { decodeTrees, TREES_FILE_NAME } from "./artifact.ts";
import { FEATURE_NAMES } from "./features.ts";
import { classProbabilities } from "./score.ts";
import { train } from "./train.ts";

/** Beats `from` … `to` − 1 of the table. */
function part(table: BeatTable, from: number, to: number): BeatTable {
  const { beats } = table;
  const samples = beats.samples.slice(from * beats.samplesPerBeat, to * beats.samplesPerBeat);
  const [label, file, line] = [beats.label.slice(from, to), beats.file.slice(from, to), beats.line.slice(from, to)];
  return { ...table, beats: { ...beats, count: to - from, samples, label, file, line } };
}

describe("training boosted trees", { timeout: 60_000 }, async () => {
  const table = await readSampleBeats("heartbeats.csv");
  const learn = (changes: Readonly<Record<string, number | string>> = {}, from: BeatTable = part(table, 0, 900)) =>
    train({ train: from, rest: null, date: "2026-11-21" }, { ...quietControl(), parameters: { rounds: 8, bins: 16, maxLeaves: 12, validationShare: 0.2, ...changes }, checkpoints: null });
  const decoded = (files: ReadonlyMap<string, Uint8Array>) => decodeTrees((files.get(TREES_FILE_NAME) ?? new Uint8Array()).slice().buffer, TREES_FILE_NAME);

  it("on 900 beats names the class of nine in ten of 300 others, and gives the same bytes again", async () => {
    const files = await learn();
    const { classes, features, model } = decoded(files);
    expect(classes).toEqual(["N", "S", "V", "F", "Q"]);
    expect(features).toEqual(FEATURE_NAMES);
    const { beats } = part(table, 900, 1200);
    const probabilities = await classProbabilities(model, beats, quietControl());
    const right = beats.label.filter((own, beat) => {
      const of = probabilities.subarray(beat * 5, beat * 5 + 5);
      return of[own] === Math.max(...of);
    }).length;
    expect(right / beats.count).toBeGreaterThan(0.9);
    expect(await learn()).toEqual(files);
    expect((await learn({ seed: 2 })).get(TREES_FILE_NAME)).not.toEqual(files.get(TREES_FILE_NAME));
  });

  it("writes a card that says what was trained on what, without figures", async () => {
    const files = await learn({ rounds: 3, resampling: "over" });
    const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as BeatModelCard;
    expect(card).toMatchObject({ id: "boosted-trees", trainedOn: { sha256: table.files[0].sha256 }, threshold: null, metrics: [], date: "2026-11-21" });
    expect(card.parameters).toMatchObject({ rounds: 3, bins: 16, resampling: "over", lambda: 1 });
    expect(card.split).toContain("chose the number of rounds (3 of 3)");
  });

  it("learns from evened-out classes and stays free of NaN", async () => {
    for (const resampling of ["under", "over"]) {
      const { model } = decoded(await learn({ rounds: 2, resampling, classWeight: 1 }));
      expect(model.trees.leafValue.every(Number.isFinite)).toBe(true);
    }
  });

  it("refuses beats without classes, of another length, and settings out of range", async () => {
    const { beats } = table;
    await expect(learn({}, { ...table, beats: { ...beats, scheme: null } })).rejects.toMatchObject({ code: "unfit-training-data", place: { file: "heartbeats.csv" } });
    await expect(learn({}, await readSampleBeats("ecg5000.tsv"))).rejects.toMatchObject({ code: "unfit-training-data" });
    await expect(learn({ bins: 1 })).rejects.toMatchObject({ code: "bad-parameter" });
  });
});
