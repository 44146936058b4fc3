import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { BeatView } from "../beat-view.ts";
import { testBeatCheck, testBeats, testBeatView } from "../testing.ts";
import { classSummaries, type ClassSummary } from "./class-summaries.ts";

const sureOf = (classes: readonly number[]) => classes.flatMap((own) => [0, 1, 2, 3, 4].map((index) => (index === own ? 0.6 : 0.1)));
const summariesOf = (view: BeatView) => classSummaries(view.check.beats, view);
/** "N 2/1": code, true and predicted beats; "-" where the class is not named. */
const inShort = (summaries: readonly ClassSummary[]) =>
  summaries.map(({ beatClass, truth, predicted }) => `${beatClass.code} ${truth?.count ?? "-"}/${predicted?.count ?? "-"}`);

describe("classSummaries", () => {
  it("sets true beside predicted where file and model name the same classes", () => {
    const summaries = summariesOf(testBeatView(testBeatCheck(testBeats([0, 0, 2, UNLABELLED], "aami"), sureOf([0, 2, 2, 4]))));
    expect(inShort(summaries)).toEqual(["N 2/1", "S 0/0", "V 1/2", "F 0/0", "Q 0/1"]);
    // Test beat b holds b, b + 0.5, b: beats 0 and 1 are truly normal, beat 0 alone is predicted so.
    expect(Array.from(summaries[0].truth?.mean?.mean ?? [])).toEqual([0.5, 1, 0.5]);
    expect(Array.from(summaries[0].predicted?.mean?.mean ?? [])).toEqual([0, 0.5, 0]);
    expect(summaries[1].truth).toEqual({ count: 0, mean: null });
    expect(summaries.map(({ isAnomalous }) => isAnomalous)).toEqual([false, true, true, true, true]);
  });

  it("adds the file's anomalous classes where the model tells only normal from anomalous", () => {
    const part = { modelScheme: null, threshold: 20, shippedThreshold: 20 };
    const summaries = summariesOf(testBeatView(testBeatCheck(testBeats([0, 1, 3, 1], "ecg5000"), [25, 30, 10, 40], part), 20));
    expect(inShort(summaries)).toEqual(["N 1/1", "A 3/3", "R-on-T 2/-", "PVC 0/-", "SP 1/-", "UB 0/-"]);
  });

  it("adds the model's anomalous classes where the file tells only normal from anomalous", () => {
    const summaries = summariesOf(testBeatView(testBeatCheck(testBeats([0, 1, 1], "binary"), sureOf([0, 2, 3]))));
    expect(inShort(summaries)).toEqual(["N 1/1", "A 2/2", "S -/0", "V -/1", "F -/1", "Q -/0"]);
  });

  it("has predictions alone for a file without labels", () => {
    const summaries = summariesOf(testBeatView(testBeatCheck(testBeats([UNLABELLED, UNLABELLED], null), sureOf([0, 1]))));
    expect(inShort(summaries)).toEqual(["N -/1", "S -/1", "V -/0", "F -/0", "Q -/0"]);
  });
});
