import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { LoadedCheck } from "../../db/records.ts";
import { openFiles, type OpenedContent } from "../../ecg/reading/open-files.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { freezeCheck, freezeOpened, isFreezable } from "./frozen-set.ts";

async function openSample(name: string): Promise<Extract<OpenedContent, { kind: "table" }>> {
  const file = new File([await readFile(new URL(`../../../public/samples/${name}`, import.meta.url))], name);
  const opened = await openFiles([file], null, { onProgress: () => undefined, signal: new AbortController().signal });
  if (opened.kind !== "table") throw new Error(opened.kind);
  return opened;
}

async function sampleBeats(name: string): Promise<BeatTable> {
  const { table } = await openSample(name);
  if (table.kind !== "beats") throw new Error(table.kind);
  return table;
}

describe("a frozen set", () => {
  it("of beats has all of them, counted by class, and the hashes of their files", async () => {
    const table = await sampleBeats("heartbeats.csv");
    const { set, content } = freezeOpened({ kind: "table", table }, "Heartbeats");
    expect(set).toMatchObject({ name: "Heartbeats", kind: "beats", samplesPerBeat: 187, rows: 1200, fileSha256: [table.files[0].sha256] });
    expect(Object.keys(set.rowsPerClass)).toEqual(["N", "S", "V", "F", "Q"]);
    expect(Object.values(set.rowsPerClass).reduce((sum, rows) => sum + rows, 0)).toBe(1200);
    expect(content).toEqual({ kind: "beats", beats: table.beats });
  });

  it("of heart rates has every patient, without the input's other columns", async () => {
    const opened = await openSample("heart-rate.csv");
    if (opened.table.kind !== "heart-rate") throw new Error(opened.table.kind);
    const { patients } = opened.table;
    const { set, content } = freezeOpened(opened, "Rates");
    const anomalous = patients.reduce((sum, { label }) => sum + label.filter((own) => own === 1).length, 0);
    expect(set).toMatchObject({ kind: "heart-rate", samplesPerBeat: null, rows: 12_153, rowsPerClass: { normal: 12_153 - anomalous, anomalous } });
    expect(content.kind === "heart-rate" && content.patients.map(({ extra, label }) => [extra.length, label.length])).toEqual(patients.map(({ label }) => [0, label.length]));
  });

  it("of a saved check is of what was checked", async () => {
    const { beats, files } = await sampleBeats("ecg5000.tsv");
    const check = { kind: "beats", record: { files }, beats } as unknown as LoadedCheck;
    expect(freezeCheck(check, "ECG5000").set).toMatchObject({ samplesPerBeat: 140, rows: beats.count, fileSha256: [files[0].sha256] });
  });

  it("needs labels", async () => {
    const table = await sampleBeats("ecg5000.tsv");
    const bare = { ...table, beats: { ...table.beats, label: table.beats.label.map(() => UNLABELLED) } };
    expect(() => freezeOpened({ kind: "table", table: bare }, "Bare")).toThrow(expect.objectContaining({ code: "not-labelled" }));
    expect(() => freezeCheck({ kind: "recording" } as LoadedCheck, "Holter")).toThrow(expect.objectContaining({ code: "not-labelled" }));
    expect([isFreezable({ kind: "beats", labelled: true }), isFreezable({ kind: "recording", labelled: true }), isFreezable({ kind: "heart-rate", labelled: false })]).toEqual([true, false, false]);
  });
});
