import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { NO_BEAT } from "../../ecg/metrics/beat-matrix.ts";
import { readWfdb } from "../../ecg/reading/recording/wfdb/read-wfdb.ts";
import { annotatedBeats } from "../../ecg/recording/annotated-beats.ts";
import type { Annotations } from "../../ecg/recording/annotations.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import type { ArrhythmiaCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import type { LeadBeats } from "../recording-model.ts";
import { arrhythmiaEvaluationText } from "./arrhythmia-evaluation-text.ts";
import { evaluateRecordings } from "./evaluate-arrhythmia.ts";
import { measureArrhythmia, type MeasuredRecord } from "./measure-arrhythmia.ts";
import { measuredArrhythmiaCard } from "./measured-arrhythmia-card.ts";

/** Names every beat alike. */
const always = (own: number) => ({ peakSample }: LeadBeats) => Promise.resolve({ probabilities: Float32Array.from({ length: peakSample.length * 5 }, (_, i) => (i % 5 === own ? 1 : 0)) });

let recording: Recording & { readonly annotations: Annotations };
let measured: MeasuredRecord;
let normal = 0;
let ventricular = 0;

/** The sample: ten minutes of record 223. */
beforeAll(async () => {
  const files = ["hea", "dat", "atr"].map((extension) => new File([readFileSync(`public/samples/recording.${extension}`)], `recording.${extension}`));
  const { annotations, ...rest } = await readWfdb(files, quietControl());
  if (annotations === null) throw new Error("the sample has no annotations");
  recording = { ...rest, annotations };
  const { beatClass } = annotatedBeats(annotations);
  [normal, ventricular] = [AAMI.N, AAMI.V].map((own) => beatClass.filter((each) => each === own).length);
  measured = await measureArrhythmia(recording, { classify: always(AAMI.V) });
});

describe("evaluating recordings", { timeout: 30_000 }, () => {
  it("counts annotated beats of each class, at annotated and at own R peaks", () => {
    expect(measured.beats[AAMI.V][AAMI.V]).toBe(ventricular);
    expect(measured.beats[AAMI.N][AAMI.V]).toBe(normal);
    const { matched, missed, extra } = measured.rPeaks.counts.tolerance150;
    const inColumn = (column: number) => measured.beatsAtOwnPeaks.reduce((sum, row) => sum + row[column], 0);
    expect(inColumn(NO_BEAT)).toBe(missed);
    expect(inColumn(AAMI.V)).toBe(matched + extra);
    expect(measured.beatsAtOwnPeaks[NO_BEAT][AAMI.V]).toBe(extra);
  });

  it("leaves out the first five minutes, EC57-style", () => {
    const { sample } = annotatedBeats(recording.annotations);
    const later = sample.filter((each) => each >= 300 * recording.samplingRateHz).length;
    const counted = measured.ec57AtAnnotatedPeaks.flat().reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(later);
    expect(later).toBeLessThan(sample.length);
  });

  it("classifies the signal with the noise that was added", async () => {
    const seen: number[] = [];
    const classify = (beats: LeadBeats) => {
      seen.push(beats.lead.samplesMv[1000]);
      return always(AAMI.N)(beats);
    };
    const { rPeaks } = await measureArrhythmia(recording, { classify, noise: { snrDb: 0, seed: 1 } });
    expect(seen).toEqual([rPeaks.samplesMv[1000], rPeaks.samplesMv[1000]]);
    expect(rPeaks.samplesMv[1000]).not.toBe(recording.leads[0].samplesMv[1000]);
  });

  it("pools records, but for those that the model has learnt from", () => {
    const records = new Map([["one", measured], ["two", measured], ["learnt", measured]]);
    const { beats, ec57, rPeaks, classifiedRecords, perRecord, ...rest } = evaluateRecordings(records, new Set(["learnt"]));
    expect(rest.records).toBe(3);
    expect(classifiedRecords).toEqual(["one", "two"]);
    expect(beats.perClass["V"].support).toBe(2 * ventricular);
    expect(beats.perClass["V"].sensitivity).toBe(1);
    expect(beats.perClass["V"].positivePredictivity).toBeCloseTo(ventricular / measured.beats.flat().reduce((sum, count) => sum + count, 0));
    expect(beats.perClass["N"].falsePositiveRate).toBe(0);
    expect(ec57.perClass["V"].positivePredictivity).toBeGreaterThan(ec57.perClass["V"].falsePositiveRate === 1 ? 0 : 1);
    expect(rPeaks).toEqual(perRecord["one"].rPeaks);
    expect(perRecord["learnt"].isLearntFrom).toBe(true);
  });

  it("says so where no record is left", () => {
    const evaluation = evaluateRecordings(new Map([["learnt", measured]]), new Set(["learnt"]));
    expect(evaluation.beats.accuracy).toBeNull();
    expect(arrhythmiaEvaluationText(evaluation)).toContain("over 0 records");
    expect(arrhythmiaEvaluationText(evaluation)).toContain("Left out, since the model has learnt from them: learnt.");
  });

  it("prints every way of counting, and the records", () => {
    const text = arrhythmiaEvaluationText(evaluateRecordings(new Map([["one", measured]]), new Set()));
    for (const title of ["At annotated R peaks", "At the R peaks found", "EC57-style", "missed", "no beat", "By record"]) expect(text).toContain(title);
  });

  it("puts pooled figures with intervals over records on the card", async () => {
    const better = await measureArrhythmia(recording, { classify: always(AAMI.N) });
    const card = measuredArrhythmiaCard({ metrics: null } as ArrhythmiaCard, [measured, better], { name: "two records", sha256: "", rows: 2, patients: 2 });
    const sensitivity = card.metrics?.beats.perClass["V"].sensitivity;
    expect(sensitivity?.value).toBe(0.5);
    expect(sensitivity?.interval).toEqual({ low: 0, high: 1 });
  });
});
