import { describe, expect, it } from "vitest";
import type { BeatQuestion } from "../../../ecg/reading/beats/beat-question.ts";
import { draftOf, needsSamplingRate, readDraft, samplesPerRow, shownBeats } from "./beat-answers.ts";

function question(cellsPerRow: number, samplingRateHz: number | null = null): BeatQuestion {
  return {
    kind: "beats", fileName: "beats.csv", reasons: [], isLayoutSure: true, cellsPerRow,
    firstRows: [Float64Array.from({ length: cellsPerRow }, (_, cell) => cell)],
    guess: { kind: "beats", hasHeader: false, hasIndex: false, labelPlace: "last", coding: "aami", samplingRateHz },
  };
}

describe("samples of a row", () => {
  it("are what is neither index nor class", () => {
    expect(samplesPerRow(question(189), { hasIndex: true, labelPlace: "last" })).toBe(187);
    expect([...shownBeats(question(5), { hasIndex: true, labelPlace: "first" })[0]]).toEqual([2, 3, 4]);
    expect([...shownBeats(question(5), { hasIndex: false, labelPlace: "last" })[0]]).toEqual([0, 1, 2, 3]);
    expect([...shownBeats(question(3), { hasIndex: false, labelPlace: "none" })[0]]).toEqual([0, 1, 2]);
  });
  it("need a sampling rate where no model takes as many", () => expect([187, 140, 250].map(needsSamplingRate)).toEqual([false, false, true]));
});

describe("readDraft", () => {
  it("takes the guess, and no rate where none is needed", () =>
    expect(readDraft(question(188), { ...draftOf(question(188)), samplingRate: "no number" })).toEqual({ kind: "fit", answers: question(188).guess }));
  it("drops the meaning of labels that there are not", () =>
    expect(readDraft(question(187), { ...draftOf(question(187)), labelPlace: "none" })).toMatchObject({ kind: "fit", answers: { coding: null } }));
  it("wants the meaning of labels that there are", () =>
    expect(readDraft(question(188), { ...draftOf(question(188)), coding: null })).toMatchObject({ kind: "unfit" }));
  it.each(["", "fast", "0", "-125", "1e9"])("refuses a rate of %j", (samplingRate) =>
    expect(readDraft(question(251), { ...draftOf(question(251)), samplingRate })).toEqual({ kind: "unfit", sentence: "The sampling rate must be a number from 50 to 20000 Hz." }));
  it("takes a rate with a decimal comma, and shows the one that was answered", () => {
    expect(readDraft(question(251), { ...draftOf(question(251)), samplingRate: "249,5" })).toMatchObject({ answers: { samplingRateHz: 249.5 } });
    expect(draftOf(question(251, 250)).samplingRate).toBe("250");
  });
});
