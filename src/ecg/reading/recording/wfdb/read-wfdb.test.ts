import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fixture, problemOf, read, writeRecord, encodeSamples, type SignalToWrite } from "./testing.ts";

const wave = (count: number, of: (i: number) => number): number[] => Array.from({ length: count }, (_, i) => Math.round(of(i)) || 0);
const lead = (count: number): SignalToWrite => ({ name: "II", values: wave(count, (i) => 100 * Math.sin(i / 7) + (i % 5)) });
const file = (name: string, content: BlobPart = "") => new File([content], name);
const inMv = ({ values }: SignalToWrite, adcUnitsPerMv = 200) => Float32Array.from(values, (value) => value / adcUnitsPerMv);

describe("published records", () => {
  it("a minute of MIT-BIH, format 212, agrees with its checksum", async () => {
    const files = ["119-minute.hea", "119-minute.dat", "119-minute.atr"].map(fixture);
    const recording = await read(files);
    expect(recording).toMatchObject({ kind: "recording", form: "wfdb", samplingRateHz: 360, sampleCount: 21_600, startTime: null, findings: [], patient: { ageYears: 51, sex: "female" } });
    const [{ name, samplesMv, unusable }] = recording.leads;
    expect([name, samplesMv.length, unusable]).toEqual(["MLII", 21_600, []]);
    expect(samplesMv[0]).toBeCloseTo((825 - 1024) / 200, 6);
    expect(recording.annotations?.sample).toHaveLength(recording.files[2].rows);
    const sha256 = await Promise.all(files.map(async (each) => createHash("sha256").update(new Uint8Array(await each.arrayBuffer())).digest("hex")));
    expect(recording.files.map((source) => source.sha256)).toEqual(sha256);
  });

  it("twelve leads of PTB-XL, format 16, agree with their checksums and with Einthoven", async () => {
    const { leads, findings, annotations, samplingRateHz } = await read([fixture("00317_lr.dat"), fixture("00317_lr.hea")]);
    expect(findings).toEqual([]);
    expect(annotations).toBeNull();
    expect(samplingRateHz).toBe(100);
    expect(leads.map(({ name }) => name)).toEqual(["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]);
    const [first, second, third] = leads.map(({ samplesMv }) => samplesMv);
    expect(Math.max(...first.map((value, i) => Math.abs(value + third[i] - second[i])))).toBeLessThan(0.0025);
  });
});

describe.each([16, 24, 32, 61, 80, 160, 212, 310, 311])("a record in format %i", (format) => {
  it.each([[1, 23], [2, 50], [3, 65]])("of %i signals is read in chunks of %i bytes", async (count, chunkBytes) => {
    const signals = Array.from({ length: count }, (_, s) => ({ name: `V${s + 1}`, values: wave(101, (i) => 100 * Math.sin(i / (5 + s))) }));
    const { leads, findings } = await read(writeRecord({ format, signals }), chunkBytes);
    expect(findings).toEqual([]);
    expect(leads.map(({ samplesMv }) => samplesMv)).toEqual(signals.map((signal) => inMv(signal)));
  });

  it("marks the value that stands for no sample, and holds the one before", async () => {
    const missing = -(2 ** ({ 16: 15, 24: 23, 32: 31, 61: 15, 80: 7, 160: 15, 212: 11 }[format] ?? 9));
    const values = [missing, missing, 20, 30, missing, 40];
    const [{ samplesMv, unusable }] = (await read(writeRecord({ format, signals: [{ name: "II", values }] }))).leads;
    expect([...samplesMv]).toEqual([20, 20, 20, 30, 30, 40].map((value) => Math.fround(value / 200)));
    expect(unusable).toEqual([{ from: 0, to: 2, cause: "missing" }, { from: 4, to: 5, cause: "missing" }]);
  });
});

describe("how signals lie in files", () => {
  it("several samples of a signal lie in each frame", async () => {
    const fast = ["I", "II"].map((name, s) => ({ name, values: wave(400, (i) => i - 200 * s), samplesPerFrame: 4 }));
    const slow = { name: "RESP", values: wave(100, (i) => i) };
    const { leads, samplingRateHz, sampleCount, findings } = await read(writeRecord({ format: 212, signals: [fast[0], slow, fast[1]], frameRateHz: 125 }), 211);
    expect([samplingRateHz, sampleCount]).toEqual([500, 400]);
    expect(leads.map(({ name, samplesMv }) => [name, samplesMv])).toEqual(fast.map((signal) => [signal.name, inMv(signal)]));
    expect(findings.map(({ sentence }) => sentence)).toEqual(["Left out beside the ECG leads at 500 Hz: RESP (mV, 125 Hz)."]);
  });

  it("a signal in another unit than a voltage is left out, one in µV is brought to mV", async () => {
    const pressure = { name: "ABP", values: wave(50, (i) => i), gain: "10(0)/mmHg" };
    const { leads, findings } = await read(writeRecord({ format: 16, signals: [{ ...lead(50), gain: "2(10)/uV" }, pressure] }));
    expect(leads).toHaveLength(1);
    expect(leads[0].samplesMv[3]).toBeCloseTo((lead(50).values[3] - 10) / 2000, 6);
    expect(findings[0].sentence).toBe("Left out beside the ECG leads at 250 Hz: ABP (mmHg, 250 Hz).");
  });

  it("bytes before the first sample are passed over, and the length follows from the file", async () => {
    const [header, dat] = writeRecord({ format: 212, signals: [lead(51)], byteOffset: 11, withCount: false });
    const { sampleCount, leads, findings } = await read([header, dat], 25);
    expect([sampleCount, findings]).toEqual([51, []]);
    expect(leads[0].samplesMv).toEqual(inMv(lead(51)));
  });

  it("a skewed signal is put back in its place, and its end is missing", async () => {
    const dat = file("s.dat", encodeSamples(16, [10, 1, 20, 2, 30, 3, 40, 4]));
    const { leads } = await read([file("s.hea", "s 2 100 4\ns.dat 16 100\ns.dat 16:1 100\n"), dat]);
    expect(leads.map(({ samplesMv }) => [...samplesMv])).toEqual([[10, 20, 30, 40], [2, 3, 4, 4]].map((values) => values.map((value) => Math.fround(value / 100))));
    expect(leads[1].unusable).toEqual([{ from: 3, to: 4, cause: "missing" }]);
  });

  it("signals may lie in several files of different formats", async () => {
    const header = file("s.hea", "s 2 100 5\na.dat 16 100 16 0 1 15 0 I\nb.dat 80 100 8 0 5 15 0 II\n");
    const { leads, findings, files } = await read([file("b.dat", encodeSamples(80, [5, 4, 3, 2, 1])), header, file("a.dat", encodeSamples(16, [1, 2, 3, 4, 5]))]);
    expect(findings).toEqual([]);
    expect(leads.map(({ samplesMv }) => samplesMv[0])).toEqual([Math.fround(0.01), Math.fround(0.05)]);
    expect(files.map(({ name }) => name)).toEqual(["s.hea", "a.dat", "b.dat"]);
  });
});

describe("what is noticed", () => {
  it("samples that do not add up to the checksum", async () => {
    const [header, dat] = writeRecord({ format: 16, signals: [lead(40), { ...lead(40), name: "V1" }] });
    const bytes = new Uint8Array(await dat.arrayBuffer());
    bytes[2] ^= 1;
    const { findings } = await read([header, file("made.dat", bytes)]);
    expect(findings).toEqual([expect.objectContaining({ count: 1, sentence: expect.stringContaining("The samples of V1 do not add up") as string, examples: [{ file: "made.hea", line: 3 }] })]);
  });

  it("a header without a gain", async () => {
    const { findings } = await read(writeRecord({ format: 16, signals: [{ ...lead(40), gain: "0" }] }));
    expect(findings.map(({ sentence }) => sentence)).toEqual(["The header gives no gain for II: 200 units were taken as 1 mV, so amplitudes may be wrong."]);
  });

  it("marks after the end, and files of marks that were not read", async () => {
    const marks = Uint8Array.of(10, 4, 20, 4, 30, 4, 0, 0);
    const { annotations, findings } = await read([...writeRecord({ format: 16, signals: [lead(40)] }), file("made.qrs", marks), file("made.atr", marks), file("made.xws", "a script")]);
    expect([...(annotations?.sample ?? [])]).toEqual([10, 30]);
    expect(findings.map(({ sentence }) => sentence)).toEqual(["1 annotations after the end of the recording were left out.", "Annotations were read from made.atr; made.qrs was left out."]);
  });

  it("marks count frames, not samples", async () => {
    const record = writeRecord({ format: 16, signals: [{ ...lead(80), samplesPerFrame: 2 }] });
    expect([...((await read([...record, file("made.atr", Uint8Array.of(10, 4, 0, 0))])).annotations?.sample ?? [])]).toEqual([20]);
  });
});

describe("what cannot be read says what to do", () => {
  const [header, dat] = writeRecord({ format: 16, signals: [lead(40)] });

  it.each([
    ["signals without their header", [dat], "no-header", "made.hea"],
    ["marks without their header", [file("made.atr")], "no-header", "made.hea"],
    ["a header without its signals", [header], "missing-signals", "Choose made.hea, made.dat together"],
    ["two records", [header, dat, file("other.hea", "other 1")], "several-records", "other.hea"],
    ["signals cut short", [header, file("made.dat", new Uint8Array(60))], "cut-short", "announces 40 samples of each signal and this file holds 30"],
    ["no samples", [file("e.hea", "e 1 100\ne.dat 16"), file("e.dat")], "no-samples", "no samples"],
    ["a format of few", [file("e.hea", "e 1 100 9\ne.dat 8"), file("e.dat", new Uint8Array(9))], "unknown-format", "format 8"],
    ["two formats in a file", [file("e.hea", "e 2 100 9\ne.dat 16\ne.dat 80"), file("e.dat", new Uint8Array(99))], "bad-header", "different formats"],
    ["no ECG", [file("e.hea", "e 1 100 9\ne.dat 80 1/mmHg 8 0 0 0 0 ABP"), file("e.dat", new Uint8Array(9))], "no-leads", "ABP in mmHg"],
    ["a segment's layout", [file("e.hea", "e 1 100 9\n~ 0 200 8 0 0 0 0 II")], "missing-signals", "layout"],
    ["damaged marks", [header, dat, file("made.atr", Uint8Array.of(0, 200))], "damaged-annotations", "made.atr"],
  ])("%s", async (_, files, code, words) => {
    const problem = await problemOf(files);
    expect(problem.code).toBe(code);
    expect(problem.sentence).toContain(words);
  });
});

it("is aborted between chunks, and says how far it is", async () => {
  const { readWfdb } = await import("./read-wfdb.ts");
  const controller = new AbortController();
  const done: number[] = [];
  const files = writeRecord({ format: 16, signals: [lead(4000)] });
  const onProgress = (progress: { readonly done: number; readonly total: number }) => {
    done.push(progress.done);
    expect(progress.total).toBe(files[0].size + files[1].size);
    if (done.length === 3) controller.abort(new Error("stopped"));
  };
  await expect(readWfdb(files, { signal: controller.signal, onProgress, chunkBytes: 1000 })).rejects.toThrow("stopped");
  expect(done).toEqual([files[0].size, files[0].size + 1000, files[0].size + 2000]);
});
