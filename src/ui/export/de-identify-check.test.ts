import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { LoadedCheck, LoadedHeartRateCheck, LoadedRecordingCheck, RelabelRecord, VerdictRecord } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import { createDeIdentification } from "../../ecg/export/de-identification.ts";
import { checkedBeats, quiet } from "../../ecg/export/testing.ts";
import type { TimeKind } from "../../ecg/heart-rate/table.ts";
import { testBeatCheck, testBeats } from "../beats/testing.ts";
import { checkExports } from "./check-exports.ts";

/** Words that occur nowhere by chance. */
const secret = fc.string({ unit: fc.constantFrom("q", "x", "z", "j", "k", "w"), minLength: 8, maxLength: 12 }).map((letters) => `Zq${letters}`);
const EPOCH_S = { min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 };
const start = fc.integer(EPOCH_S);

interface Case {
  readonly check: LoadedCheck;
  readonly verdicts: readonly VerdictRecord[];
  readonly relabels: readonly RelabelRecord[];
  readonly secrets: readonly string[];
}

const isoDay = (timeS: number) => new Date(timeS * 1000).toISOString().slice(0, 10);
/** A date in the ways in which the formats write it. */
const datesOf = (timeS: number) => [isoDay(timeS), isoDay(timeS).split("-").reverse().join("/"), String(Math.floor(timeS / 10)), isoDay(timeS).replaceAll("-", "")];

const commonOf = (words: readonly string[], createdAtS: number) => ({
  id: words[0], signalsId: words[1], name: `${words[2]}.csv`, createdAt: new Date(createdAtS * 1000).toISOString(),
  files: [{ name: `${words[3]}.hea`, bytes: 1, sha256: words[4], rows: 3 }], warnings: [`In ${words[5]}`],
  findings: [{ code: "other" as const, count: 1, sentence: `The cell “${words[6]}”`, examples: [{ file: words[7], line: 1 }] }], parameters: { note: words[8] },
});
const verdictsAt = (patientId: string, at: string): VerdictRecord[] => [{ checkId: patientId, patientId, peakRow: 1, verdict: "accepted", at }];

const heartRates: fc.Arbitrary<Case> = fc.tuple(fc.uniqueArray(secret, { minLength: 14, maxLength: 14 }), start, start, fc.constantFrom<TimeKind>("iso", "seconds", "milliseconds", "clock"), fc.constantFrom("bpm" as const, "rr-ms" as const)).map(
  ([words, recordedS, createdS, timeKind, unit]) => {
    const common = commonOf(words, createdS);
    const timeS = Float64Array.from([0, 1, 2], (second) => (timeKind === "clock" ? 30_000 : recordedS) + second);
    const series = (patientId: string, first: number) => ({
      patientId, sourceRow: Uint32Array.of(first, first + 1, first + 2), timeS, rateBpm: Float64Array.of(70, 150, 71), label: new Uint8Array(3), flags: new Uint8Array(3), given: null,
      extra: [
        { name: words[9], kind: "text" as const, codes: Uint32Array.of(0, 1, 0), texts: [words[10], isoDay(recordedS)] },
        { name: "card", kind: "number" as const, values: Float64Array.of(recordedS, 2, 3) },
        ...(unit === "bpm" ? [] : [{ name: words[13], kind: "number" as const, values: Float64Array.of(857, 400, 845) }]),
      ],
    });
    const check: LoadedHeartRateCheck = {
      kind: "heart-rate",
      record: {
        ...common, kind: "heart-rate", form: "plain", unit, timeKind, rows: 6, labelled: true, detectorId: "rolling-median", modelVersion: 1, modelHash: "", backend: "", appVersion: "",
        columns: [{ name: words[9], role: "other" }, { name: "card", role: "other" }, { name: `t ${words[9]}`, role: "time" }, { name: `p ${words[9]}`, role: "patient" }, { name: words[13], role: "rate" }, { name: `l ${words[9]}`, role: "label" }],
        shippedThreshold: 1, threshold: 1, durationMs: 1, curve: null, confusion: null, predicted: 2, patientIds: [words[11], words[12]],
      },
      patients: [series(words[11], 0), series(words[12], 3)],
      scores: [Float32Array.of(NaN, 2, 0), Float32Array.of(NaN, 2, 0)],
    };
    return { check, verdicts: verdictsAt(words[11], common.createdAt), relabels: [], secrets: [...words, ...datesOf(createdS), ...(timeKind === "clock" ? [] : datesOf(recordedS))] };
  },
);

const beats: fc.Arbitrary<Case> = fc.tuple(fc.uniqueArray(secret, { minLength: 9, maxLength: 9 }), start).map(([words, createdS]) => {
  const common = commonOf(words, createdS);
  const check = testBeatCheck(testBeats([0, 2], "aami"), [1, 0, 0, 0, 0, 0, 0, 1, 0, 0], common);
  return { check, verdicts: [], relabels: [{ checkId: words[0], beat: 1, classIndex: 1, at: common.createdAt }], secrets: [...words, ...datesOf(createdS)] };
});

const recordings: fc.Arbitrary<Case> = fc.tuple(fc.uniqueArray(secret, { minLength: 14, maxLength: 14 }), start, start, fc.option(fc.integer({ min: 0, max: 110 }), { nil: null })).map(([words, recordedS, createdS, ageYears]) => {
  const common = commonOf(words, createdS);
  const { beats: found, probabilities } = checkedBeats([100, 400, 700], [0, 2, 0]);
  const startTime = new Date(recordedS * 1000).toISOString().slice(0, 19);
  const leads = [words[9], "V1"].map((name) => ({ name, samplesMv: new Float32Array(1000), unusable: [] }));
  const check: LoadedRecordingCheck = {
    kind: "recording",
    record: {
      ...common, kind: "recording", form: "wfdb", samplingRateHz: 500, sampleCount: 1000, startTime, rows: 3, labelled: true, detectorId: "arrhythmia", modelVersion: 1, modelHash: "", backend: "",
      appVersion: "", durationMs: 1, confusion: null, predicted: 1, threshold: null, leadNames: [words[9], "V1"], leadIndex: 0,
      diagnosis: {
        patient: { ageYears, sex: "female", heightCm: 171, weightKg: 64 }, probabilities: [0.1, 0.2, 0.3, 0.4, 0.5], shippedThresholds: [0.5, 0.5, 0.5, 0.5, 0.5], thresholds: [0.5, 0.5, 0.5, 0.5, 0.5], imputed: ["weight"],
        modelHash: "", backend: "", warnings: [words[10]], modelVersion: 1, imported: { fileName: words[11], importedAt: startTime },
      },
    },
    recording: {
      kind: "recording", files: common.files, form: "wfdb", samplingRateHz: 500, sampleCount: 1000, leads, startTime, timing: { jitterMs: null, gaps: [] },
      annotations: { sample: Uint32Array.of(1, 90, 395), code: Uint8Array.of(28, 22, 5), subtype: new Int8Array(3), text: new Map([[0, "(AFIB"], [1, words[12]], [2, words[13]]]) },
      patient: { id: words[11], ageYears, sex: "female", heightCm: 171, weightKg: 64 }, diagnoses: { file: words[3], terminology: "words", statements: [words[10]], superclasses: null }, findings: common.findings,
    },
    beats: found, probabilities,
  };
  return { check, verdicts: [], relabels: [{ checkId: words[0], beat: 0, classIndex: 1, at: common.createdAt }], secrets: [...words, ...datesOf(recordedS), ...datesOf(createdS)] };
});

/** All that an export hands to the browser, byte by byte: the file's name and what is in it, unpacked. */
async function written({ check, verdicts, relabels }: Case, identity = createDeIdentification()): Promise<ReadonlyMap<string, string>> {
  const repository = { checkRecord: async () => check.record, verdictsOf: async () => verdicts, relabelsOf: async () => relabels } as unknown as Repository;
  const texts = new Map<string, string>();
  for (const { label, name, hint = "", write } of checkExports(check, identity)) {
    const blob = await write({ repository, isSaved: true, ...quiet });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const parts = name.endsWith(".zip") ? Object.entries(unzipSync(bytes)).map(([file, content]) => `${file}\n${latin(content)}`) : [];
    texts.set(label, [name, hint, latin(bytes), ...parts].join("\n"));
  }
  return texts;
}
const latin = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

describe("a de-identified export", () => {
  it.each([["heart rates", heartRates, 3], ["beats", beats, 3], ["a recording", recordings, 4]] as const)("of %s holds no name, ID, text or date of the input, in any form", async (_what, cases, forms) => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const texts = await written(given);
        expect(texts.size).toBe(forms);
        for (const [form, text] of texts) for (const word of given.secrets) expect(text.toLowerCase().includes(word.toLowerCase()), `${word} in ${form}`).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("of heart rates has columns of ours, one pseudonym a patient in all of its files, and intervals as they were", async () => {
    const [given] = fc.sample(heartRates.filter(({ check }) => check.kind === "heart-rate" && check.record.timeKind === "iso" && check.record.unit === "bpm"), 1);
    const identity = createDeIdentification();
    const texts = await written(given, identity);
    const lines = (texts.get("Export CSV") ?? "").split("\n").filter((line) => line.includes(","));
    const rows = lines.slice(1).map((line) => line.split(","));
    expect(lines[0]).toBe("timestamp,patient_id,heart_rate,label,score,prediction,verdict");
    const ids = [...new Set(rows.map(([, id]) => id))];
    expect(ids).toHaveLength(2);
    for (const id of ids) for (const form of ["JSON", "FHIR"]) expect(texts.get(form)).toContain(id);
    expect(rows.slice(0, 3).map(([time]) => (Date.parse(time) - Date.parse(rows[0][0])) / 1000)).toEqual([0, 1, 2]);
    expect(rows[0][0]).toMatch(/^21\d\d-/);
    expect(rows.map((row) => row.slice(2))).toEqual([0, 1].flatMap((patient) => [["70", "0", "", "", ""], ["150", "0", "2", "1", patient === 0 ? "accepted" : ""], ["71", "0", "0", "0", ""]]));
  });

  it("of RR intervals keeps them", async () => {
    const [given] = fc.sample(heartRates.filter(({ check }) => check.kind === "heart-rate" && check.record.unit === "rr-ms"), 1);
    expect((await written(given)).get("Export CSV")).toMatch(/rr_interval[^]*,857,0/);
  });

  it("of a recording is a record of its own, with standard leads, bounded age and the names of rhythms", async () => {
    const [given] = fc.sample(recordings.filter(({ check }) => check.kind === "recording" && (check.recording.patient.ageYears ?? 0) > 90), 1);
    const record = (await written(given)).get("WFDB record (zip)") ?? "";
    expect(record).toContain("de-identified.hea");
    expect(record).toMatch(/lead 1\r?\n/);
    expect(record).toContain(" V1");
    expect(record).toContain("# Age: 90");
    expect(record).toContain("# Sex: Female");
    expect(record).toContain("(AFIB");
    expect(record).toMatch(/\/21\d\d/);
  });
});
