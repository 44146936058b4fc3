import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEdf } from "./header.ts";
import { expectRecordingOrProblem } from "../testing.ts";
import { edfBytes, edfFile, list, problemOf, read } from "./testing.ts";

const wave = (count: number, of = (i: number) => 1000 * Math.sin(i / 9)): number[] => Array.from({ length: count }, (_, i) => Math.round(of(i)) || 0);
/** in mV, of digital values that count tenths of a µV */
const inMv = (values: readonly number[]) => Float32Array.from(values, (value) => (value * 0.1) / 1000);
const closeTo = (actual: Float32Array, expected: Float32Array) => {
  expect(actual).toHaveLength(expected.length);
  expect(Math.max(...actual.map((value, i) => Math.abs(value - expected[i])))).toBeLessThan(1e-5);
};

describe("a plain file", () => {
  it("has leads in mV, rate, start, free text as the patient's code, and its hash", async () => {
    const bytes = edfBytes({ signals: [{ label: "ECG II", values: wave(500) }, { label: "V1", values: wave(500, (i) => i) }], recordCount: 5, recordDurationS: 0.5, patient: "Case 7" });
    const recording = await read(new File([bytes], "made.edf"), 700);
    expect(recording).toMatchObject({ form: "edf", samplingRateHz: 200, sampleCount: 500, startTime: "2004-03-02T05:06:07.000", annotations: null, findings: [], timing: { jitterMs: null, gaps: [] } });
    expect(recording.patient).toEqual({ id: "Case 7", ageYears: null, sex: null, heightCm: null, weightKg: null });
    expect(recording.leads.map(({ name }) => name)).toEqual(["II", "V1"]);
    closeTo(recording.leads[0].samplesMv, inMv(wave(500)));
    closeTo(recording.leads[1].samplesMv, inMv(wave(500, (i) => i)));
    expect(recording.files).toEqual([{ name: "made.edf", bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), rows: 500 }]);
  });

  it.each([
    ["mV", 2], ["uV", 0.002], ["µV", 0.002], ["V", 2000],
  ])("a sample of 2 %s is %s mV", async (unit, millivolts) => {
    const { leads } = await read(edfFile({ signals: [{ label: "ECG", values: wave(100, () => 20), unit, range: [-10, 10, -100, 100] }], recordCount: 1 }));
    expect(leads[0].samplesMv[0]).toBeCloseTo(millivolts, 3);
  });

  it("may have an inverted range, whose polarity is kept", async () => {
    const { leads } = await read(edfFile({ signals: [{ label: "I", values: wave(100, (i) => i), unit: "mV", range: [10, -10, -100, 100] }], recordCount: 1 }));
    expect(leads[0].samplesMv[50]).toBeCloseTo(-5, 6);
  });

  it("that was not closed is read to its last whole record", async () => {
    const bytes = edfBytes({ signals: [{ label: "II", values: wave(400) }], recordCount: 4, announcedRecords: -1 });
    expect((await read(new File([bytes.subarray(0, bytes.length - 30)], "made.edf"))).sampleCount).toBe(300);
  });

  it.each([["31.12.85", "1985-12-31T05:06:07.000"], ["31.12.84", "2084-12-31T05:06:07.000"], ["31.02.01", null], ["00.00.00", null]])("date %s is %s", async (date, start) => {
    expect((await read(edfFile({ signals: [{ label: "II", values: wave(10) }], recordCount: 1, date }))).startTime).toBe(start);
  });
});

describe("which signals are leads", () => {
  it("the ECG of a night's recording, not its other voltages", async () => {
    const signals = ["EEG C3-A2", "EOG left", "ECG", "Resp", "SaO2"].map((label, i) => ({ label, values: wave(i === 2 ? 512 : 256), unit: label === "SaO2" ? "%" : "uV" }));
    const { leads, samplingRateHz, findings } = await read(edfFile({ signals, recordCount: 2 }));
    expect([leads.map(({ name }) => name), samplingRateHz]).toEqual([["ECG"], 256]);
    expect(findings.map(({ count, sentence }) => [count, sentence])).toEqual([[4, "Left out beside the ECG leads at 256 Hz: EEG C3-A2 (uV, 128 Hz), EOG left (uV, 128 Hz), Resp (uV, 128 Hz), SaO2 (%, 128 Hz)."]]);
  });

  it("those of the rate that most leads have", async () => {
    const signals = [{ label: "I", values: wave(100) }, { label: "II", values: wave(50) }, { label: "III", values: wave(50) }];
    const { leads, samplingRateHz, findings } = await read(edfFile({ signals, recordCount: 1 }));
    expect([leads.map(({ name }) => name), samplingRateHz]).toEqual([["II", "III"], 50]);
    expect(findings[0].sentence).toBe("Left out beside the ECG leads at 50 Hz: I (uV, 100 Hz).");
  });

  it("all voltages where no name says more, numbered where names are missing or the same", async () => {
    const { leads } = await read(edfFile({ signals: ["CH1", "", "CH1"].map((label) => ({ label, values: wave(10) })), recordCount: 1 }));
    expect(leads.map(({ name }) => name)).toEqual(["CH1", "Lead 2", "CH1 (2)"]);
  });
});

describe("EDF+", () => {
  const signals = [{ label: "ECG I", values: wave(300) }];

  it("tells the patient's code, sex and age at the recording", async () => {
    const edf = { signals, recordCount: 3, variant: "EDF+C" as const, patient: "MCH-02_34 F 02-MAY-1951 Haagse_Harry", recording: "Startdate 01-MAY-2104 EMG561 BK", date: "01.05.yy" };
    const { patient, startTime } = await read(edfFile({ ...edf, lists: [[list("+0", "")], [list("+1", "")], [list("+2", "")]] }));
    expect(patient).toEqual({ id: "MCH-02 34", ageYears: null, sex: "female", heightCm: null, weightKg: null });
    expect(startTime).toBe("2104-05-01T05:06:07.000");
    expect((await read(edfFile({ ...edf, recording: "Startdate 01-MAY-2004 X X X" }))).patient.ageYears).toBe(52);
    expect((await read(edfFile({ ...edf, patient: "X X X X" }))).patient).toEqual({ id: null, ageYears: null, sex: null, heightCm: null, weightKg: null });
  });

  it("has annotations in the order of time, beats where the text is a beat's letter", async () => {
    const lists = [
      [list("+0", ""), list("+2.5", "late"), list("+0.25", "V")],
      [list("+1", ""), list("+1.5\u00150.2", "two", "at once"), "no list"],
      [list("+2", ""), list("+9", "after the end")],
    ];
    const { annotations, findings } = await read(edfFile({ signals, recordCount: 3, variant: "EDF+C", lists }));
    expect([...(annotations?.sample ?? [])]).toEqual([25, 150, 150, 250]);
    expect([...(annotations?.code ?? [])]).toEqual([5, 22, 22, 22]);
    expect([...(annotations?.text ?? [])]).toEqual([[1, "two"], [2, "at once"], [3, "late"]]);
    expect(findings.map(({ sentence }) => sentence)).toEqual(["1 annotations outside the recording were left out.", "1 annotation lists that do not follow EDF+ were passed over."]);
  });

  it("begins with its first record, and annotations count from the header's time", async () => {
    const lists = ["+0.5", "+1.5", "+2.5"].map((onset) => [list(onset, ""), list(onset, onset)]);
    const { startTime, annotations } = await read(edfFile({ signals, recordCount: 3, variant: "EDF+C", lists }));
    expect([startTime, [...(annotations?.sample ?? [])]]).toEqual(["2004-03-02T05:06:07.500", [0, 100, 200]]);
  });

  it("D has its records at their times, with what lies between missing", async () => {
    const lists = ["+0", "+1", "+3.5"].map((onset) => [list(onset, ""), list(onset, onset)]);
    const { leads, sampleCount, timing, findings, annotations } = await read(edfFile({ signals, recordCount: 3, variant: "EDF+D", lists }), 311);
    expect([sampleCount, timing.gaps]).toEqual([450, [{ atSample: 200, durationS: 1.5 }]]);
    expect(leads[0].unusable).toEqual([{ from: 200, to: 350, cause: "missing" }]);
    closeTo(leads[0].samplesMv.subarray(0, 200), inMv(wave(300).slice(0, 200)));
    closeTo(leads[0].samplesMv.subarray(350), inMv(wave(300).slice(200)));
    expect(new Set(leads[0].samplesMv.subarray(199, 350)).size).toBe(1);
    expect(findings.map(({ sentence }) => sentence)).toEqual(["The recording was interrupted once, for 1.5 s together; these stretches are marked as missing."]);
    expect([...(annotations?.sample ?? [])]).toEqual([0, 100, 350]);
  });

  it.each([
    ["overlap", ["+0", "+0.5", "+2"], "data record 2 begins before"],
    ["have no time", ["+0", "?", "+2"], "data record 2 has no time"],
  ])("D whose records %s is refused", async (_, onsets, words) => {
    const problem = await problemOf(edfFile({ signals, recordCount: 3, variant: "EDF+D", lists: onsets.map((onset) => [list(onset, "")]) }));
    expect([problem.code, problem.sentence]).toEqual(["bad-record-times", expect.stringContaining(words)]);
  });
});

describe("what cannot be read says what to do", () => {
  const edf = { signals: [{ label: "II", values: wave(300) }], recordCount: 3 };
  const patched = (at: number, text: string) => {
    const bytes = edfBytes(edf);
    bytes.set(new TextEncoder().encode(text), at);
    return new File([bytes], "made.edf");
  };

  it.each([
    ["cut short", new File([edfBytes(edf).subarray(0, 900)], "made.edf"), "cut-short"],
    ["a header cut short", new File([edfBytes(edf).subarray(0, 400)], "made.edf"), "bad-header"],
    ["no header", new File(["0       "], "made.edf"), "bad-header"],
    ["a number of signals in words", patched(252, "many"), "bad-header"],
    ["another length of the header", patched(184, "1024    "), "bad-header"],
    ["a number of records in words", patched(236, "three   "), "bad-header"],
    ["records without a duration", patched(244, "0       "), "bad-header"],
    ["a range that is none", edfFile({ ...edf, signals: [{ label: "II", values: wave(300), range: [0, 0, -1, 1] }] }), "bad-header"],
    ["a pause that a small file may only claim", edfFile({ ...edf, variant: "EDF+D", lists: ["+0", "+1", "+900000"].map((onset) => [list(onset, "")]) }), "too-sparse"],
    ["records of a ten-millionth of a second", edfFile({ ...edf, recordDurationS: 1e-7 }), "bad-header"],
    ["no ECG", edfFile({ ...edf, signals: [{ label: "SaO2", values: wave(300), unit: "%" }] }), "no-leads"],
    ["no records", edfFile({ signals: [{ label: "II", values: wave(300) }], recordCount: 3, announcedRecords: 0 }), "no-samples"],
  ])("%s", async (_, file, code) => expect((await problemOf(file)).code).toBe(code));
});

it("is known by its first bytes", () => {
  expect(isEdf(edfBytes({ signals: [{ label: "II", values: wave(3) }], recordCount: 1 }))).toBe(true);
  expect(isEdf(new TextEncoder().encode(`0       1.5${"\n0       1.5".repeat(40)}`))).toBe(false);
  expect(isEdf(new Uint8Array())).toBe(false);
});

const TIMEOUT = { timeout: 60_000 };

it("a damaged file ends in a recording of finite samples or a ProblemError", TIMEOUT, async () => {
  const lists = ["+0", "+1", "+3.5"].map((onset) => [list(onset, ""), list(onset, "N")]);
  const whole = edfBytes({ signals: [{ label: "II", values: wave(150) }, { label: "V1", values: wave(150) }], recordCount: 3, variant: "EDF+D", lists });
  const place = fc.oneof(fc.integer({ min: 168, max: 259 }), fc.nat({ max: 1023 }), fc.integer({ min: 1024, max: whole.length - 1 }));
  const wound = fc.record({ at: place, text: fc.oneof(fc.constantFrom("0", "-1", "9", " ", "99999999", "1E300", ".", "\0", "+", "+1e9", "NaN"), fc.string({ unit: "binary-ascii", maxLength: 8 })) });
  await fc.assert(
    fc.asyncProperty(fc.array(wound, { minLength: 1, maxLength: 4 }), fc.nat({ max: whole.length }), async (wounds, cut) => {
      const bytes = whole.slice(0, cut % 4 === 0 ? cut : whole.length);
      for (const { at, text } of wounds) bytes.set(new TextEncoder().encode(text).subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
      await expectRecordingOrProblem(read(new File([bytes], "made.edf")));
    }),
    { numRuns: 200 },
  );
});

it("any file is read back, wherever the chunks end", TIMEOUT, async () => {
  const edf = fc
    .record({ recordCount: fc.integer({ min: 1, max: 5 }), samples: fc.integer({ min: 1, max: 20 }), signals: fc.integer({ min: 1, max: 3 }), chunkBytes: fc.integer({ min: 300, max: 2000 }) })
    .chain(({ recordCount, samples, signals, chunkBytes }) => {
      const values = fc.array(fc.integer({ min: -32768, max: 32767 }), { minLength: recordCount * samples, maxLength: recordCount * samples });
      return fc.tuple(fc.constant({ recordCount, chunkBytes }), fc.array(values, { minLength: signals, maxLength: signals }));
    });
  await fc.assert(
    fc.asyncProperty(edf, async ([{ recordCount, chunkBytes }, values]) => {
      const { leads, findings } = await read(edfFile({ signals: values.map((each, i) => ({ label: `V${i + 1}`, values: each })), recordCount }), chunkBytes);
      for (const [i, { samplesMv }] of leads.entries()) closeTo(samplesMv, inMv(values[i]));
      expect(findings).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
