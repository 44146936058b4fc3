import { describe, expect, it } from "vitest";
import type { MarkedRecording, RelabelRecord } from "../../db/records.ts";
import { labelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { openRecordings } from "./open-recordings.ts";
import { labelledLeadOf, peaksPerClass, sourcesOfReviewed, type ReviewedRecording } from "./recording-source.ts";

const relabel = (beat: number, classIndex: number, at: string): RelabelRecord => ({ checkId: "", beat, classIndex, at });
const reviewed = (id: string, sha256: string, leadIndex: number, relabels: readonly RelabelRecord[]): ReviewedRecording => ({
  marked: {
    record: { id, name: id, files: [{ name: "a.dat", sha256 }], leadIndex, samplingRateHz: 100 },
    facts: { annotations: null, leads: [{ name: "I" }, { name: "II" }] },
    beats: { peakSample: Uint32Array.of(100, 200) },
  } as unknown as MarkedRecording,
  relabels,
});
const samples = { name: "II", samplesMv: new Float32Array(3), unusable: [] };

describe("recordings to learn from or to measure on", () => {
  it("are each taken once, in their newest check's lead, with the word given last about that lead", async () => {
    const asked: (readonly [string, number])[] = [];
    const repository = {
      leadOf: ({ record }: MarkedRecording, lead: number) => {
        asked.push([record.id, lead]);
        return Promise.resolve(samples);
      },
    };
    const sources = sourcesOfReviewed([
      reviewed("new", "ff", 1, [relabel(0, 2, "2026-01-02")]),
      reviewed("other lead", "ff", 0, [relabel(1, 3, "2026-01-09")]),
      reviewed("other file", "ee", 0, []),
      reviewed("old", "ff", 1, [relabel(0, 1, "2026-01-01"), relabel(1, 4, "2026-01-01")]),
    ], repository);
    expect(sources.map(({ name }) => name)).toEqual(["new", "other file"]);
    const peaks = labelledPeaks(sources[0]);
    expect(peaks).toEqual({ peakSample: Uint32Array.of(100, 200), beatClass: Uint8Array.of(2, 4) });
    expect(peaksPerClass([peaks, labelledPeaks(sources[1])])).toEqual({ N: 0, S: 0, V: 1, F: 0, Q: 1 });
    expect(labelledPeaks(sources[1]).beatClass).toEqual(new Uint8Array(2).fill(UNLABELLED));
    expect(asked).toEqual([]);
    expect(await labelledLeadOf(sources[0], peaks)).toMatchObject({ name: "new", lead: samples, isFibrillating: false });
    expect(asked).toEqual([["new", 1]]);
  });
});

describe("recordings read from files", () => {
  const files = ["a.hea", "a.dat", "b.hea", "b.dat"].map((name) => new File([], name));
  const control = { signal: new AbortController().signal };

  it("are read one after another, and only what is wanted is kept", async () => {
    const opened: string[][] = [];
    const open = async (group: readonly File[]) => {
      opened.push(group.map(({ name }) => name));
      return { kind: "recording", recording: { form: "wfdb" } } as never;
    };
    expect(await openRecordings(files, ({ form }) => form, { ...control, analysis: { open } })).toEqual({ kind: "opened", kept: ["wfdb", "wfdb"] });
    expect(opened).toEqual([["a.hea", "a.dat"], ["b.hea", "b.dat"]]);
  });

  it("that are no recordings, or not clear, are refused by name", async () => {
    for (const [kind, code] of [["table", "no-recording"], ["question", "unclear-layout"]]) {
      const open = async () => ({ kind }) as never;
      expect(await openRecordings(files, () => null, { ...control, analysis: { open } })).toMatchObject({ kind: "refused", problem: { code, place: { file: "a.hea" } } });
    }
  });
});
