import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ImportAnswers } from "./import-guess.ts";
import { openFiles } from "./open-files.ts";
import { ecgMv, table } from "./recording/text/testing.ts";
import { fileKindOf } from "./table-kind.ts";
import { csvFile } from "./testing.ts";

const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(path, import.meta.url)));
const MV = ecgMv(400, 250).map((mv) => mv.toFixed(3));
const RECORDING = csvFile(table([["time", "MLII"], ...MV.map((mv, i) => [i / 250, mv])]), "ecg.csv");
const HEART_RATE = csvFile("timestamp,patient_id,heart_rate,label\n0.8,A,75,0\n1.6,A,76,1\n", "heart.csv");
const control = { signal: new AbortController().signal, onProgress: () => undefined };
const rows = (count: number, of: (i: number) => readonly (string | number)[]) => Array.from({ length: count }, (_, i) => of(i));

describe("fileKindOf", () => {
  it.each<[string, string, File]>([
    ["recording", "a lead by name", RECORDING],
    ["recording", "a watch's export", csvFile("Name,\nSample Rate,512 hertz\n\nLead,Lead I\nUnit,µV\n\n-99\n-106\n-110\n")],
    ["recording", "unnamed columns as close as samples", csvFile(table(MV.map((mv, i) => [i / 250, mv])))],
    ["recording", "points and values", csvFile(table([["point", "value"], ...MV.map((mv, i) => [i + 1, Math.round(1000 * Number(mv))])]))],
    ["recording", "one column with negative values", csvFile(MV.join("\n"))],
    ["recording", "PhysioNet's form", csvFile(table([["'sample #'", "'MLII'", "'V1'"], ...MV.map((mv, i) => [i, 1024 + Math.round(200 * Number(mv)), 1000])]))],
    ["recording", "a part of a WFDB record", csvFile(new Uint8Array(12), "100.dat")],
    ["recording", "EDF", csvFile(`0       ${"X".repeat(300)}`, "a.edf")],
    ["recording", "DICOM", csvFile(`${"\0".repeat(128)}DICM`, "a.dcm")],
    ["heart-rate", "a heart rate by name", HEART_RATE],
    ["heart-rate", "the sample", csvFile(bytesOf("../../../public/samples/heart-rate.csv"))],
    ["heart-rate", "RR intervals in one column", csvFile(`rr\n${rows(50, (i) => [800 + (i % 9)]).join("\n")}`)],
    ["heart-rate", "RR intervals without a name", csvFile(rows(50, (i) => [800 + (i % 9)]).join("\n"))],
    ["heart-rate", "a heart rate beside leads", csvFile(table([["time", "II", "HR"], ...MV.map((mv, i) => [i / 250, mv, 70])]))],
    ["heart-rate", "heart rates every second, without names", csvFile(table(rows(50, (i) => [i, 70 + (i % 5)])))],
    ["heart-rate", "heart rates with changes from row to row", csvFile(table([["t", "id", "hr", "hr_diff"], ...rows(50, (i) => [i, "A", 70, (i % 3) - 1])]))],
    ["beats", "the sample of heartbeats", csvFile(bytesOf("beats/fixtures/heartbeats.csv"))],
    ["beats", "ECG5000", csvFile(bytesOf("beats/fixtures/ecg5000.tsv"))],
  ])("%s: %s", async (kind, _, file) => expect(await fileKindOf(file)).toBe(kind));
});

describe("openFiles", () => {
  it("reads each kind", async () => {
    expect(await openFiles([RECORDING], null, control)).toMatchObject({ kind: "recording", recording: { samplingRateHz: 250, sampleCount: 400 } });
    expect(await openFiles([HEART_RATE], null, control)).toMatchObject({ kind: "table", table: { kind: "heart-rate" } });
    expect(await openFiles([csvFile(bytesOf("beats/fixtures/heartbeats.csv"))], null, control)).toMatchObject({ kind: "table", table: { kind: "beats" } });
  });

  it("asks, and takes the answers", async () => {
    const file = csvFile(`II (mV)\n${MV.join("\n")}\n`);
    const asked = await openFiles([file], null, control);
    if (asked.kind !== "question" || asked.question.kind !== "recording") throw new Error("Not asked about a recording.");
    expect(await openFiles([file], { ...asked.question.guess, samplingRateHz: 250 }, control)).toMatchObject({ kind: "recording", recording: { samplingRateHz: 250 } });
  });

  it("reads what was taken for a table as a recording, once told that it is one", async () => {
    const file = csvFile(rows(60, (i) => [1000 + (i % 9)]).join("\n"));
    expect(await openFiles([file], null, control)).toMatchObject({ kind: "question", question: { kind: "heart-rate" } });
    const answers: ImportAnswers = { kind: "heart-rate", hasHeader: false, roles: ["rate"], unit: "raw-ecg", timeKind: "row" };
    expect(await openFiles([file], answers, control)).toMatchObject({ kind: "question", question: { kind: "recording" } });
  });

  it.each([
    ["mixed-kinds", [RECORDING, HEART_RATE]],
    ["several-recordings", [RECORDING, RECORDING]],
    ["no-file", []],
  ])("%s", async (code, files) => {
    await expect(openFiles(files, null, control)).rejects.toMatchObject({ code });
  });
});
