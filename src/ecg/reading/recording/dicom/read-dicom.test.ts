import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectRecordingOrProblem } from "../testing.ts";
import { dicomBytes, problemOf, read, waveformFile, type DicomItem } from "./testing.ts";

const MEANINGS = ["Lead I (Einthoven)", "Lead II", "Lead III", "Lead aVR", "Lead aVL", "Lead aVF", "Lead V1", "Lead V2", "Lead V3", "Lead V4", "Lead V5", "Lead V6"];
const LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"];
const wave = (count: number, phase = 0): number[] => Array.from({ length: count }, (_, i) => Math.round(400 * Math.sin(i / 9 + phase)) || 0);
const lead = (count = 100) => ({ meaning: "Lead II", values: wave(count) });

describe("a twelve-lead waveform", () => {
  it("has its leads by name in mV, its rate and its hash", async () => {
    const file = waveformFile([{ channels: MEANINGS.map((meaning, i) => ({ meaning, values: wave(200, i), sensitivity: "1.25" })) }]);
    const { leads, samplingRateHz, sampleCount, files, findings, form } = await read(file);
    expect([form, samplingRateHz, sampleCount, findings]).toEqual(["dicom", 500, 200, []]);
    expect(leads.map(({ name }) => name)).toEqual(LEADS);
    for (const [i, { samplesMv }] of leads.entries()) expect(samplesMv).toEqual(Float32Array.from(wave(200, i), (value) => 1.25 * value * 1e-3));
    expect(files[0].sha256).toBe(createHash("sha256").update(new Uint8Array(await file.arrayBuffer())).digest("hex"));
  });

  it.each([
    [{ unit: "mV", sensitivity: "0.005", correction: "2", baseline: "-1" }, -1 + 0.01 * 400],
    [{ unit: "uV", sensitivity: "2.44", correction: "1", baseline: "100" }, 0.1 + 0.00244 * 400],
    [{ unit: "V", sensitivity: "1E-6" }, 0.4],
  ])("a sample of 400 with %j is %d mV", async (channel, millivolts) => {
    const { leads } = await read(waveformFile([{ channels: [{ ...lead(), ...channel, values: [400] }] }]));
    expect(leads[0].samplesMv[0]).toBeCloseTo(millivolts, 5);
  });

  it.each([["5.6.3-9-61", "III"], ["2:64", "aVF"], ["5.6.3-9-8", "V6"], ["other", "Lead 1"]])("code %s without a meaning is %s", async (code, name) => {
    expect((await read(waveformFile([{ channels: [{ code, values: wave(50) }] }]))).leads[0].name).toBe(name);
  });

  it.each([
    ["SB", 1, [-128, 0, 127]], ["UB", 1, [0, 128, 255]], ["SS", 2, [-32768, 0, 32767]], ["US", 2, [0, 32768, 65535]], ["SL", 4, [-(2 ** 31), 0, 70_000]], ["UL", 4, [0, 70_000, 2 ** 32 - 1]],
  ])("samples of the kind %s in %i bytes", async (interpretation, bytesPerSample, values) => {
    const { leads } = await read(waveformFile([{ channels: [{ ...lead(), values, unit: "mV" }], interpretation, bytesPerSample }]));
    expect(leads[0].samplesMv).toEqual(Float32Array.from(values));
  });

  it("has no sample where the padding value stands", async () => {
    const { leads } = await read(waveformFile([{ channels: [{ ...lead(), values: [1, -32768, -32768, 4] }], padding: -32768 }]));
    expect(leads[0].unusable).toEqual([{ from: 1, to: 3, cause: "missing" }]);
    expect([...leads[0].samplesMv]).toEqual([1, 1, 1, 4].map((value) => Math.fround(value * 1e-3)));
  });
});

describe("which waveform is read", () => {
  it("the original, not the average beat", async () => {
    const { sampleCount, findings } = await read(waveformFile([{ channels: [lead(300)], originality: "DERIVED", label: "MEDIAN BEAT" }, { channels: [lead(100)] }]));
    expect(sampleCount).toBe(100);
    expect(findings.map(({ sentence }) => sentence)).toEqual(["Further waveforms in the file were left out: MEDIAN BEAT (1 channels of 0.6 s)."]);
  });

  it("the ECG, not the pressure beside it", async () => {
    const pressure = { channels: [{ meaning: "Aorta", unit: "mm[Hg]", values: wave(400) }], label: "HEMO" };
    expect((await read(waveformFile([pressure, { channels: [lead(100)] }]))).leads.map(({ name }) => name)).toEqual(["II"]);
  });
});

describe("patient and time", () => {
  const say = async (...elements: DicomItem) => {
    const { patient, startTime } = await read(waveformFile([{ channels: [lead()], offsetMs: "500" }], elements));
    return { patient, startTime };
  };

  it("are those of the file", async () => {
    const said = await say(
      ["0008002a", "DT", "20130125105919.25+0100"], ["00100020", "LO", "642341"], ["00100030", "DA", "19710123"], ["00100040", "CS", "F"], ["00101010", "AS", "042Y"], ["00101020", "DS", "1.684"], ["00101030", "DS", "61.5"],
    );
    expect(said).toEqual({ startTime: "2013-01-25T10:59:19.750", patient: { id: "642341", ageYears: 42, sex: "female", heightCm: 168.4, weightKg: 61.5 } });
  });

  it("the age follows from the birthdate, the time from content or study where there is no other", async () => {
    const said = await say(["00080020", "DA", "20130122"], ["00080030", "TM", "0859"], ["00100030", "DA", "19710123"], ["00100040", "CS", "O"]);
    expect(said).toEqual({ startTime: "2013-01-22T08:59:00.500", patient: { id: null, ageYears: 41, sex: null, heightCm: null, weightKg: null } });
  });

  it("are not known where the file says nothing sensible", async () => {
    const said = await say(["0008002a", "DT", "20131325990000"], ["00080020", "DA", "2013"], ["00101010", "AS", "999Y"], ["00101020", "DS", "0"], ["00101030", "DS", "x"]);
    expect(said).toEqual({ startTime: null, patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null } });
  });

  it("months are whole years", async () => expect((await say(["00101010", "AS", "018M"])).patient.ageYears).toBe(1));
});

it("statements of the recorder are passed on", async () => {
  const statements: DicomItem = [["0040b020", "SQ", [[["00700006", "ST", "RITMO SINUSALE"]], [["0040a0b0", "US", [1, 0]]], [["00700006", "ST", "ECG NORMALE"]]]]];
  const { findings, diagnoses } = await read(waveformFile([{ channels: [lead()] }], statements));
  expect(findings.map(({ sentence }) => sentence)).toEqual(["Statements in the file: “RITMO SINUSALE”, “ECG NORMALE”."]);
  expect(diagnoses).toMatchObject({ terminology: "words", statements: ["RITMO SINUSALE", "ECG NORMALE"], superclasses: null });
});

/** The same bytes, said to be without value representations: what stands there is then read as a length. */
const asImplicit = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replace("1.2.840.10008.1.2.1", "1.2.840.10008.1.2\0\0"), "latin1"));

describe("what cannot be read says what to do", () => {
  it.each([
    ["an image", new File([dicomBytes([["00080060", "CS", "CT"]])], "made.dcm"), "no-waveform", "modality CT"],
    ["no DICOM", new File(["no DICOM at all"], "made.dcm"), "bad-dicom", "no DICOM file"],
    ["a last element that goes on beyond the file", new File([asImplicit(dicomBytes([["00080060", "CS", "ECG"]]))], "made.dcm"), "bad-dicom", "damaged"],
    ["fewer samples than announced", waveformFile([{ channels: [lead(50)], sampleCount: 51 }]), "cut-short", "fewer samples"],
    ["samples for sound", waveformFile([{ channels: [lead(50)], interpretation: "MB", bytesPerSample: 1 }]), "bad-waveform", "kind MB"],
    ["bits that do not fit the kind", waveformFile([{ channels: [lead(50)], interpretation: "SS", bytesPerSample: 4 }]), "bad-waveform", "32 bits"],
    ["no rate", waveformFile([{ channels: [lead(50)], samplingRateHz: 0 }]), "bad-waveform", "sampling frequency"],
    ["a sensitivity in words", waveformFile([{ channels: [{ ...lead(50), sensitivity: "high" }] }]), "bad-waveform", "sensitivity"],
    ["no voltage", waveformFile([{ channels: [{ ...lead(50), unit: "mm[Hg]" }] }]), "no-leads", "II in mm[Hg]"],
    ["no samples", waveformFile([{ channels: [{ ...lead(), values: [] }] }]), "no-samples", "no samples"],
  ])("%s", async (_, file, code, words) => {
    const problem = await problemOf(file);
    expect(problem.code).toBe(code);
    expect(problem.sentence).toContain(words);
  });
});

it("a damaged file ends in a recording of finite samples or a ProblemError", { timeout: 60_000 }, async () => {
  const file = waveformFile([{ channels: [lead(20), { ...lead(20), code: "2:1", meaning: "" }], padding: -32768 }], [["00100040", "CS", "F"], ["00101010", "AS", "042Y"]]);
  const whole = new Uint8Array(await file.arrayBuffer());
  const wound = fc.record({ at: fc.integer({ min: 128, max: whole.length - 1 }), bytes: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(Uint8Array.of(255, 255, 255, 255), new Uint8Array(4))) });
  await fc.assert(
    fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 3 }), fc.nat({ max: 4 * whole.length }), async (wounds, cut) => {
      const bytes = whole.slice(0, cut);
      for (const { at, bytes: instead } of wounds) bytes.set(instead.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
      await expectRecordingOrProblem(read(new File([bytes], "made.dcm")));
    }),
    { numRuns: 250 },
  );
});
