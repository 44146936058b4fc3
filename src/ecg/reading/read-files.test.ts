import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../problem.ts";
import type { BeatAnswers } from "./beats/beat-question.ts";
import type { ImportAnswers } from "./import-guess.ts";
import { readFiles } from "./read-files.ts";
import { csvFile } from "./testing.ts";

const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(path, import.meta.url)));
const HEARTBEATS = csvFile(bytesOf("beats/fixtures/heartbeats.csv"), "heartbeats.csv");
const ECG5000 = csvFile(bytesOf("beats/fixtures/ecg5000.tsv"), "ecg5000.tsv");
const HEART_RATE = csvFile("timestamp,patient_id,heart_rate,label\n0.8,A,75,0\n1.6,A,76,1\n", "heart.csv");

const read = (files: readonly File[], answers: ImportAnswers | BeatAnswers | null = null) =>
  readFiles(files, answers, { signal: new AbortController().signal, onProgress: () => undefined });
const numbers = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i)).join(",");

describe("readFiles", () => {
  it.each([
    ["beats", HEARTBEATS],
    ["beats", ECG5000],
    ["heart-rate", HEART_RATE],
    ["heart-rate", csvFile(bytesOf("../../../public/samples/heart-rate.csv"))],
  ])("reads %s from %o", async (kind, file) => {
    expect(await read([file])).toMatchObject({ kind: "table", table: { kind } });
  });

  it.each([
    ["beats", "a header of names and beats of 60 samples", `${numbers(60, (i) => `c${i}`)}\n${numbers(60, (i) => `0.${i}`)}\n`],
    ["beats", "the tutorial's labels", `${numbers(140, (i) => `-0.${i + 1}`)},1\n${numbers(140, (i) => `0.${i + 1}`)},0\n`],
    ["heart-rate", "many columns, one of them the heart rate", `time,hr,${numbers(60, (i) => `c${i}`)}\n${`1,70,${numbers(60, (i) => `0.${i}`)}\n`.repeat(3)}`.replace("time,", "")],
    ["heart-rate", "no header", "1,70\n2,71\n3,72\n"],
    ["heart-rate", "twelve leads", `${numbers(13, (i) => `lead${i}`)}\n${numbers(13, (i) => `0.${i}`)}\n`],
  ])("asks or reads as %s: %s", async (kind, _, content) => {
    const outcome = await read([csvFile(content)]);
    expect(outcome.kind === "table" ? outcome.table.kind : outcome.question.kind).toBe(kind);
  });

  it("gives answers to the reader that asked", async () => {
    const file = csvFile("1,70\n2,71\n3,72\n");
    const answers: ImportAnswers = { kind: "heart-rate", hasHeader: false, roles: ["time", "rate"], unit: "bpm", timeKind: "seconds" };
    expect(await read([file], answers)).toMatchObject({ kind: "table", table: { kind: "heart-rate", rows: 3 } });
  });

  it("refuses both kinds in one drop", async () => {
    const problem: unknown = await read([HEART_RATE, HEARTBEATS]).catch((cause: unknown) => cause);
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({ code: "mixed-kinds", place: { file: "heartbeats.csv" }, message: expect.stringContaining("single heartbeats and heart.csv holds heart rates") as string });
  });

  it("leaves what is no table to the heart-rate reader's sentences", async () => {
    await expect(read([csvFile("")])).rejects.toMatchObject({ code: "empty" });
    await expect(read([])).rejects.toMatchObject({ code: "no-file" });
  });
});
