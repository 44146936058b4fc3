import { describe, expect, it } from "vitest";
import type { BeatCheckRecord, RelabelRecord } from "../../db/records.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { testBeatCheck, testBeats } from "../beats/testing.ts";
import { canLearnFrom, gatherBeats, sourcesOfChecks, sourceOfTable } from "./beat-data.ts";

const relabel = (beat: number, classIndex: number, at = "2026-11-21T08:00:00.000Z"): RelabelRecord => ({ checkId: "check", beat, classIndex, at });
const checked = (label: readonly number[], relabels: readonly RelabelRecord[], part: Partial<BeatCheckRecord> = {}) => ({
  check: testBeatCheck(testBeats(label, "scheme" in part ? (part.scheme ?? null) : "aami"), [], part),
  relabels,
});
const classifier = { scheme: "aami", samplesPerBeat: 3 } as const;

describe("beats to learn from", () => {
  it("have the file's classes with the clinician's corrections, or the clinician's alone", () => {
    const sources = sourcesOfChecks([checked([0, 2, UNLABELLED, 1], [relabel(0, 4), relabel(2, 3)])]);
    const both = gatherBeats(sources, { ...classifier, labels: "file-and-clinician" });
    expect(Array.from(both.beats.label)).toEqual([4, 2, 3, 1]);
    expect(Array.from(both.beats.samples.subarray(6, 9))).toEqual([2, 2.5, 2]);
    const alone = gatherBeats(sources, { ...classifier, labels: "clinician" });
    expect(Array.from(alone.beats.label)).toEqual([4, 3]);
    expect(Array.from(alone.beats.line)).toEqual([1, 3]);
  });

  it("of several checks of one opening come once, with the word given last", () => {
    const sources = sourcesOfChecks([checked([0, 0], [relabel(0, 2, "2026-11-21T09:00:00.000Z")]), checked([0, 0], [relabel(0, 1), relabel(1, 3)])]);
    expect(sources).toHaveLength(1);
    expect(Array.from(gatherBeats(sources, { ...classifier, labels: "file-and-clinician" }).beats.label)).toEqual([2, 3]);
  });

  it("know which file, hence which patient, they are of", () => {
    const sources = [sourceOfTable({ files: [], beats: testBeats([0, 1], "aami") }), sourceOfTable({ files: [], beats: testBeats([2], "aami") })];
    expect(Array.from(gatherBeats(sources, { ...classifier, labels: "file-and-clinician" }).patient)).toEqual([0, 0, 1]);
  });

  it("are normal or not to an autoencoder, whatever their classes are called", () => {
    const sources = sourcesOfChecks([checked([0, 3, 0], [relabel(0, 1)], { scheme: "ecg5000", modelScheme: null })]);
    expect(gatherBeats(sources, { scheme: null, samplesPerBeat: 3, labels: "file-and-clinician" }).beats).toMatchObject({ scheme: "binary", label: Uint8Array.of(1, 1, 0) });
  });

  it("of other lengths, or of classes that a model does not name, are left out", () => {
    const other = sourceOfTable({ files: [], beats: testBeats([0, 1], "ecg5000") });
    expect([canLearnFrom("aami", other), canLearnFrom(null, other), canLearnFrom(null, { scheme: null })]).toEqual([false, true, false]);
    expect(gatherBeats([other], { ...classifier, labels: "file-and-clinician" }).beats.count).toBe(0);
    expect(gatherBeats([other], { scheme: null, samplesPerBeat: 187, labels: "file-and-clinician" }).beats.count).toBe(0);
  });
});
