import { describe, expect, it } from "vitest";
import { surely } from "../../ecg/export/testing.ts";
import { testBeatCheck, testBeats } from "../beats/testing.ts";
import { checkOf } from "../compare/testing.ts";
import { driftReport } from "../monitoring/testing.ts";
import { checkFindings } from "./check-findings.ts";
import { checkJson } from "./check-json.ts";

const at = "2026-11-21T08:00:00.000Z";
const classifier = testBeatCheck(testBeats([0, 2], "aami"), Array.from(surely([0, 2])));
const autoencoder = testBeatCheck(testBeats([0, 1, 2], "ecg5000"), [0.1, 0.9, 0.2], { modelScheme: null, threshold: 0.5, detectorId: "conv-autoencoder" });
const relabel = (beat: number, classIndex: number) => ({ checkId: "check", beat, classIndex, at });

describe("a check as JSON", () => {
  it("holds the record, the answer as predict gives it, and what clinicians said", () => {
    expect(checkJson({ check: classifier, verdicts: [], relabels: [relabel(1, 1)] })).toMatchObject({
      isoline: 1, checkId: "check", kind: "beats", model: "beat-cnn", modelSha256: "bb", files: [{ name: "beats.csv", sha256: "aa" }],
      answer: { predicted: ["N", "V"], probabilities: { N: [0.75, 0.0625], V: [0.0625, 0.75] } },
      relabels: [{ beat: 1, class: "S", at }],
    });
    expect(checkJson({ check: autoencoder, verdicts: [], relabels: [relabel(2, 3)] })).toMatchObject({ answer: { threshold: 0.5, error: [0.1, 0.9, 0.2], predicted: [false, true, false] }, relabels: [{ beat: 2, class: "SP", at }] });
    const heartRates = checkOf([[NaN, 0, 2]]);
    expect(checkJson({ check: heartRates, verdicts: [{ checkId: "x", patientId: "p0", peakRow: 2, verdict: "rejected", at }], relabels: [] })).toMatchObject({
      answer: { threshold: 1, patients: [{ patientId: "p0", score: [null, 0, 2], predicted: [null, false, true] }] },
      verdicts: [{ patientId: "p0", peakRow: 2, verdict: "rejected", at }],
    });
  });
});

it("says in JSON how far the file is from the training data, and in FHIR where it is unlike them", () => {
  const drift = driftReport({ psi: 0.9, isUnlike: true });
  const drifted = { ...classifier, record: { ...classifier.record, drift } };
  expect(checkJson({ check: drifted, verdicts: [], relabels: [] })).toMatchObject({ drift });
  expect(checkJson({ check: classifier, verdicts: [], relabels: [] })).toMatchObject({ drift: null });
  expect(checkFindings({ check: drifted, verdicts: [], relabels: [] }).warnings[0]).toMatch(/^Unlike the training data: likeness 10 %\. 1 feature lies beyond/);
  expect(checkFindings({ check: classifier, verdicts: [], relabels: [] }).warnings).toEqual([]);
});

describe("what FHIR is told of a check", () => {
  it("has the clinician's class in place of the model's, where the model could have named it", () => {
    expect(checkFindings({ check: classifier, verdicts: [], relabels: [relabel(0, 1)] }).content).toMatchObject({ kind: "beats", classOf: Uint8Array.of(1, 2) });
    expect(checkFindings({ check: autoencoder, verdicts: [], relabels: [relabel(0, 4), relabel(1, 0)] }).content).toMatchObject({ classOf: Uint8Array.of(1, 0, 0), threshold: 0.5 });
  });

  it("has a patient's events at the threshold in use, with the verdicts on them", () => {
    const check = checkOf([[NaN, 0, 2, 3, 0, 1]]);
    const { content } = checkFindings({ check, verdicts: [{ checkId: "x", patientId: "p0", peakRow: 3, verdict: "accepted", at }], relabels: [] });
    expect(content).toMatchObject({ kind: "heart-rate", isBpm: true, patients: [{ patientId: "p0", predicted: 3, events: [{ startRow: 2, verdict: "accepted" }, { startRow: 5, verdict: null }] }] });
  });
});
