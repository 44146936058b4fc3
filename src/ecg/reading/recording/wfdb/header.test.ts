import { describe, expect, it } from "vitest";
import { parseHeader } from "./header.ts";
import { patientOf } from "./patient-notes.ts";

const parse = (...lines: string[]) => parseHeader(lines.join("\n"), "made.hea");
const signal = (line: string) => parse("made 1 360", line).signals[0];

describe("the record line", () => {
  it("has a rate, a counter of a tape, a count of frames, and a start", () => {
    const { frameRateHz, frameCount, startTime, recordName } = parse("e0103 1 250.5/10(3) 1800 12:03:04.5 31/12/1989", "a.dat 16");
    expect([recordName, frameRateHz, frameCount, startTime]).toEqual(["e0103", 250.5, 1800, "1989-12-31T12:03:04.500"]);
  });

  it("may leave out all but name and number of signals", () => {
    const { frameRateHz, frameCount, startTime } = parse("r 1", "a.dat 16");
    expect([frameRateHz, frameCount, startTime]).toEqual([250, null, null]);
  });

  it.each([
    ["12:03:04", undefined, null],
    ["3:4", "1/2/2003", "2003-02-01T00:03:04.000"],
    ["24:00:00", "1/2/2003", null],
    ["1:00:00", "30/2/2003", null],
  ])("time %s and date %s: %s", (time, date, start) => {
    expect(parse(`r 1 100 0 ${time} ${date ?? ""}`, "a.dat 16").startTime).toBe(start);
  });
});

describe("a signal's line", () => {
  it("has all fields", () => {
    expect(signal("a.dat 212x4:3+24 -20.5(1030)/uV 11 1024 995 -22131 512 lead II, chest")).toEqual({
      fileName: "a.dat", format: 212, samplesPerFrame: 4, skewFrames: 3, byteOffset: 24, gain: -20.5, isCalibrated: true, baseline: 1030, unit: "uV",
      checksum: -22131, description: "lead II, chest", line: 2,
    });
  });

  it("may end after the format", () => {
    expect(signal("a.dat 16")).toMatchObject({ samplesPerFrame: 1, skewFrames: 0, byteOffset: 0, gain: 200, isCalibrated: false, baseline: 0, unit: "mV", checksum: null, description: "" });
  });

  it("takes the ADC zero where there is no baseline", () => expect(signal("a.dat 16 200/mV 12 1024").baseline).toBe(1024));
  it("takes a gain of 0 as unknown", () => expect(signal("a.dat 16 0/mV")).toMatchObject({ gain: 200, isCalibrated: false }));
});

it("comments and empty lines lie anywhere, lines end in any way", () => {
  const header = parseHeader("# first\r\n\r\nr 1 100\r# 69 M 1\na.dat 16\n#last\n", "made.hea");
  expect(header.comments).toEqual(["first", "69 M 1", "last"]);
  expect(header.signals[0].line).toBe(5);
});

describe("what cannot be read", () => {
  it.each([
    ["an empty header", ["# only a comment"], undefined],
    ["no number of signals", ["r"], 1],
    ["no signals", ["r 0 100 1000"], 1],
    ["a rate of 0", ["r 1 0", "a.dat 16"], 1],
    ["fewer lines than signals", ["r 2 100", "a.dat 16"], 1],
    ["no format", ["r 1", "a.dat"], 2],
    ["a format in words", ["r 1", "a.dat int16"], 2],
    ["a gain in words", ["r 1", "a.dat 16 high"], 2],
    ["a gain beyond all recorders", ["r 1", "a.dat 16 1e-300"], 2],
    ["a broken checksum", ["r 1", "a.dat 16 200 12 0 0 x"], 2],
    ["no samples in a frame", ["r 1", "a.dat 16x0"], 2],
  ])("%s", (_, lines, line) => {
    expect(() => parse(...lines)).toThrow(expect.objectContaining({ code: "bad-header", place: expect.objectContaining({ file: "made.hea", ...(line === undefined ? {} : { line }) }) as unknown }));
  });

  it("several segments", () => expect(() => parse("r/3 2 100 3000", "r_1 1000")).toThrow(expect.objectContaining({ code: "multi-segment" })));
});

describe("the patient in the comments", () => {
  it.each([
    [["69 M 1085 1629 x1", "Aldomet"], 69, "male"],
    [["-1 F 742 654 x1"], null, "female"],
    [["<age>: 51", "<sex>: F", "<diagnoses>:"], 51, "female"],
    [["Age: 74", "Sex: Male", "Dx: 426783006"], 74, "male"],
    [["age: 81  sex: female"], 81, "female"],
    [["Age: NaN", "Sex: Unknown"], null, null],
    [["age: 300"], null, null],
    [["Coumadin, Digoxin"], null, null],
  ])("%j: %s, %s", (comments, ageYears, sex) => expect(patientOf(comments)).toMatchObject({ ageYears, sex }));
});
