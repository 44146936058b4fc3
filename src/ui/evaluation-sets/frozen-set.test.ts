import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { LoadedCheck } from "../../db/records.ts";
import { openFiles, type OpenedContent } from "../../ecg/reading/open-files.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import { sourceOfRecording } from "../labelled-recordings/recording-source.ts";
import { diagnosedSource, freezeCheck, freezeDiagnosed, freezeOpened, freezeRecordings, isFreezable } from "./frozen-set.ts";

const [NORMAL, VENTRICULAR] = [1, 5];

/** Twelve seconds of leads that hold nothing, with marks. */
function recordingOf(name: string, { leadNames = ["II"], codes = [NORMAL, VENTRICULAR], diagnoses }: { readonly leadNames?: readonly string[]; readonly codes?: readonly number[]; readonly diagnoses?: Recording["diagnoses"] }): Recording {
  return {
    kind: "recording", files: [{ name: `${name}.hea`, bytes: 1, sha256: name, rows: 1 }], form: "wfdb", samplingRateHz: 100, sampleCount: 1200,
    leads: leadNames.map((lead, i) => ({ name: lead, samplesMv: new Float32Array(1200).fill(i), unusable: [] })),
    startTime: null, timing: { jitterMs: null, gaps: [] },
    annotations: codes.length === 0 ? null : { sample: Uint32Array.from(codes, (_, beat) => 100 * (beat + 1)), code: Uint8Array.from(codes), subtype: new Int8Array(codes.length), text: new Map() },
    patient: { id: null, ageYears: 60, sex: "female", heightCm: null, weightKg: null }, findings: [], ...(diagnoses && { diagnoses }),
  };
}

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

  it("of recordings has the beats of those with labels, a lead each", async () => {
    const sources = [recordingOf("a", {}), recordingOf("b", { codes: [] }), recordingOf("c", { codes: [VENTRICULAR] })].map(sourceOfRecording);
    const { set, content } = await freezeRecordings(sources, "Ward 3");
    expect(set).toMatchObject({ kind: "recordings", rows: 3, recordings: 2, rowsPerClass: { N: 1, S: 0, V: 2, F: 0, Q: 0 }, fileSha256: ["a", "c"] });
    expect(content).toMatchObject({ recordings: [{ name: "a", lead: { name: "II" }, peakSample: Uint32Array.of(100, 200), beatClass: Uint8Array.of(0, 2) }, { name: "c" }] });
    await expect(freezeRecordings(sources.slice(1, 2), "Bare")).rejects.toMatchObject({ code: "not-labelled" });
  });

  it("of diagnoses has ten seconds of the records with twelve leads and stated superclasses, none of them held too", () => {
    const stated = (superclasses: readonly string[] | null): Recording["diagnoses"] => ({ file: "ptbxl_database.csv", terminology: "SCP-ECG", statements: [], superclasses });
    const of = (name: string, superclasses: readonly string[] | null, leadNames: readonly string[] = TWELVE_LEADS) => diagnosedSource(recordingOf(name, { leadNames, diagnoses: stated(superclasses) }));
    expect([of("x", null), of("y", ["MI"], ["II"])]).toEqual([null, null]);
    const { set, content } = freezeDiagnosed([of("a", ["MI", "HYP"]), of("b", [])].filter((source) => source !== null), "Cardiology");
    expect(set).toMatchObject({ kind: "twelve-lead", rows: 2, rowsPerClass: { NORM: 0, MI: 1, STTC: 0, CD: 0, HYP: 1 }, fileSha256: ["a", "b"] });
    expect(content.kind === "twelve-lead" && content.records.map(({ name, leads, superclasses, patient }) => [name, leads.length, leads[0].length, superclasses, patient.ageYears])).toEqual([["a", 12, 1000, ["MI", "HYP"], 60], ["b", 12, 1000, [], 60]]);
    expect(() => freezeDiagnosed([], "Nothing")).toThrow(expect.objectContaining({ code: "not-labelled" }));
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
