import { describe, expect, it } from "vitest";
import type { RecordingAnswers, RecordingQuestion } from "../../../ecg/reading/recording/recording-question.ts";
import { draftOf, hasTime, nameColumn, readDraft, assignUse, type RecordingDraft } from "./recording-answers.ts";

const GUESS: RecordingAnswers = {
  kind: "recording", timeColumn: 0, leads: [{ column: 1, name: "MLII" }, { column: 2, name: "V1" }], samplingRateHz: null, unit: { kind: "mV" },
};

function question(guess: Partial<RecordingAnswers> = {}): RecordingQuestion {
  return { kind: "recording", fileName: "ecg.csv", reasons: [], columnNames: ["time", "a", "b"], firstRows: [["0", "1", "2"]], guess: { ...GUESS, ...guess } };
}

const draft = (changed: Partial<RecordingDraft> = {}): RecordingDraft => ({ ...draftOf(question()), ...changed });
const sentenceOf = (read: RecordingDraft) => {
  const reading = readDraft(read);
  return reading.kind === "unfit" ? reading.sentence : null;
};

describe("a draft of answers", () => {
  it.each([
    {},
    { timeColumn: null, samplingRateHz: 250 },
    { samplingRateHz: 127.5, unit: { kind: "µV" } },
    { timeColumn: 2, leads: [{ column: 0, name: "II" }], unit: { kind: "adc", unitsPerMv: 1000, zero: -12 } },
  ] as readonly Partial<RecordingAnswers>[])("gives the guess %j back unless it is changed", (guess) =>
    expect(readDraft(draftOf(question(guess)))).toEqual({ kind: "fit", answers: { ...GUESS, ...guess } }));

  it("has one column of times at most", () => {
    const moved = assignUse(draft(), 2, "time");
    expect(moved.columns.map(({ use }) => use)).toEqual(["unused", "lead", "time"]);
    expect(readDraft(moved)).toMatchObject({ answers: { timeColumn: 2, leads: [{ column: 1, name: "MLII" }] } });
  });
  it("takes no rate from times that there are not", () => {
    const untimed = assignUse(draft(), 0, "unused");
    expect(hasTime(untimed)).toBe(false);
    expect(sentenceOf(untimed)).toMatch(/sampling rate/);
    expect(readDraft({ ...untimed, samplingRate: "360" })).toMatchObject({ answers: { timeColumn: null, samplingRateHz: 360 } });
  });
  it("names leads as typed, without spaces around", () =>
    expect(readDraft(nameColumn(draft(), 1, " aVF "))).toMatchObject({ answers: { leads: [{ name: "aVF" }, { name: "V1" }] } }));
  it("calls a column that was no lead by its header when it becomes one", () =>
    expect(readDraft(assignUse(draftOf(question({ leads: [{ column: 1, name: "II" }] })), 2, "lead"))).toMatchObject({ answers: { leads: [{ name: "II" }, { name: "b" }] } }));
});

describe("what will not do", () => {
  it("no lead", () => expect(sentenceOf(assignUse(assignUse(draft(), 1, "unused"), 2, "unused"))).toMatch(/^No column is a lead\./));
  it("a lead without a name", () => expect(sentenceOf(nameColumn(draft(), 2, "  "))).toMatch(/column 3 has no name/));
  it("two leads of one name", () => expect(sentenceOf(nameColumn(draft(), 2, "MLII"))).toBe("Two leads are called “MLII”. Give each its own name."));
  it.each(["", "fast", "0", "-250", "1e9"])("a rate of %j", (samplingRate) =>
    expect(sentenceOf(draft({ isRateFromTimes: false, samplingRate }))).toBe("The sampling rate must be a number from 20 to 20000 Hz."));
  it.each([["0", "0"], ["-200", "0"], ["", "0"], ["Infinity", "0"], ["200", ""], ["200", "mid"]])("a gain of %j with zero at %j", (unitsPerMv, zero) =>
    expect(sentenceOf(draft({ unit: "adc", unitsPerMv, zero }))).toMatch(/^The gain must be/));
  it("a gain does not matter where the unit needs none", () =>
    expect(readDraft(draft({ unit: "V", unitsPerMv: "", zero: "" }))).toMatchObject({ kind: "fit", answers: { unit: { kind: "V" } } }));
});
