import { beforeAll, describe, expect, it } from "vitest";
import { AAMI } from "../beats/classes.ts";
import { ROW_FLAG } from "../heart-rate/table.ts";
import { ProblemError } from "../problem.ts";
import { fixture, read } from "../reading/recording/wfdb/testing.ts";
import { findRhythmEvents } from "../rhythm/rhythm-events.ts";
import { rrSeries } from "../rhythm/rr-series.ts";
import { UNLABELLED } from "../table.ts";
import { annotatedClasses } from "./annotated-classes.ts";
import { beatClassOf } from "./annotation-codes.ts";
import { beatTemplates } from "./beat-templates.ts";
import { beatWindows } from "./beat-windows.ts";
import { beatOfRow, heartRateTable } from "./heart-rate-series.ts";
import type { Recording } from "./recording.ts";

/** The first minute of record 119 of MIT-BIH, with many ventricular beats, and its marks. */
let recording: Recording;
let peaks: Uint32Array<ArrayBuffer>;
let classes: Uint8Array<ArrayBuffer> | null;

beforeAll(async () => {
  recording = await read(["119-minute.hea", "119-minute.dat", "119-minute.atr"].map(fixture));
  const { annotations } = recording;
  if (annotations === null) throw new Error("The record has marks.");
  peaks = annotations.sample.filter((_, mark) => beatClassOf(annotations.code[mark]) !== null);
  classes = annotatedClasses(annotations, peaks, recording.samplingRateHz);
});

describe("heartRateTable", () => {
  it("has a row per RR interval, at the beat that ends it, as the published heart-rate tables do", () => {
    const table = heartRateTable(recording, rrSeries(peaks, { samplingRateHz: 360 }), classes);
    const [patient] = table.patients;
    expect(table).toMatchObject({ kind: "heart-rate", rows: 64, labelled: true, unit: "bpm", timeKind: "seconds", findings: [] });
    expect(table.columns.map(({ role }) => role)).toEqual(["time", "patient", "rate", "other", "label"]);
    expect(patient.patientId).toBe("119-minute");
    expect(patient.timeS[0]).toBeCloseTo(peaks[1] / 360, 9);
    expect(patient.rateBpm[0]).toBeCloseTo((60 * 360) / (peaks[1] - peaks[0]), 9);
    expect(Array.from(patient.label)).toEqual(Array.from(classes ?? [], (own) => (own === AAMI.V ? 1 : 0)).slice(1));
    expect(patient.label.filter((own) => own === 1)).toHaveLength(19);
    for (const values of [patient.sourceRow, patient.timeS, patient.rateBpm, patient.label, patient.flags]) expect(values).toHaveLength(64);
  });

  it("knows each row's beat, where intervals were left out too", () => {
    const unusable = [{ from: peaks[10] + 1, to: peaks[12], cause: "flat" as const }];
    const [patient] = heartRateTable(recording, rrSeries(peaks, { samplingRateHz: 360, unusable }), null).patients;
    patient.timeS.forEach((timeS, row) => expect(peaks[beatOfRow(patient, row) ?? NaN] / 360).toBe(timeS));
    expect(beatOfRow({ extra: [] }, 0)).toBeNull();
  });

  it("says what was left out, flagged or not labelled", () => {
    const unusable = [{ from: peaks[10] + 1, to: peaks[12], cause: "flat" as const }];
    const apart = Uint32Array.of(...peaks.subarray(0, 30), peaks[30] - 40, ...peaks.subarray(30));
    const some = new Uint8Array(apart.length).fill(AAMI.N).fill(UNLABELLED, 40, 42);
    const table = heartRateTable(recording, rrSeries(apart, { samplingRateHz: 360, unusable }), some);
    expect(table.findings.map(({ code, count }) => [code, count])).toEqual([["other", 2], ["out-of-range", 1], ["unlabelled-rows", 2]]);
    expect(table.findings[0].sentence).toBe("2 RR intervals were left out, since the signal is unusable in between.");
    expect(table.patients[0].flags.filter((flag) => flag === ROW_FLAG.outOfRange)).toHaveLength(1);
    expect(heartRateTable(recording, rrSeries(peaks, { samplingRateHz: 360 }), null)).toMatchObject({ labelled: false, columns: [{}, {}, {}, {}] });
  });

  it.each([[[]], [[700]]])("says that there is no heart rate in %j", (samples: number[]) => {
    const table = () => heartRateTable(recording, rrSeries(Uint32Array.from(samples), { samplingRateHz: 360 }), null);
    expect(table).toThrow(ProblemError);
    expect(table).toThrow(/^119-minute\.hea: there are no two heartbeats in a row \([01] R peaks? found\), so there is no heart rate to check\. Choose/);
  });
});

describe("a real minute of bigeminy and trigeminy", () => {
  it("shows them as its cardiologists' marks do", () => {
    const events = findRhythmEvents(rrSeries(peaks, { samplingRateHz: 360, classes }));
    expect(events.map(({ kind, firstBeat, lastBeat }) => [kind, firstBeat, lastBeat])).toEqual([
      ["ventricular-bigeminy", 22, 33],
      ["ventricular-bigeminy", 38, 45],
      ["ventricular-trigeminy", 49, 57],
    ]);
  });

  it("has no template with beats of two classes, and the normal ones in one", () => {
    const windows = beatWindows(recording.leads[0], peaks, { samplingRateHz: 360, beforeMs: 200, afterMs: 300, targetRateHz: 125 });
    const { templates, templateOf } = beatTemplates(windows, (beat) => windows.marks[beat] !== 0);
    expect(templates.length).toBeLessThan(5);
    expect(Array.from(templateOf, (own) => own === 0)).toEqual(Array.from(classes ?? [], (own) => own === AAMI.N));
  });
});
