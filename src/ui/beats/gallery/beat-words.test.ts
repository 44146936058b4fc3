import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import { testBeatCheck, testBeats, testBeatView } from "../testing.ts";
import { beatFacts, formatFigure, tileWords } from "./beat-words.ts";

const probabilities = [[0.9, 0.02, 0.06, 0.01, 0.01], [0.02, 0.9, 0.06, 0.01, 0.01], [0.02, 0.02, 0.94, 0.01, 0.01]].flat();
const view = testBeatView(testBeatCheck(testBeats([0, 2, UNLABELLED], "aami"), probabilities), null, new Map([[1, 2]]));

describe("tileWords", () => {
  it("says what a beat is and what the model takes it for", () => expect(tileWords(view, 0)).toBe("Beat 1, true N, predicted N, confidence 90 %"));
  it("says what is wrong and what was relabelled", () => expect(tileWords(view, 1)).toBe("Beat 2, true V, predicted S, wrong, relabelled V, confidence 90 %"));
  it("says nothing of a label that is not there", () => expect(tileWords(view, 2)).toBe("Beat 3, predicted V, confidence 94 %"));
  it("says an autoencoder's error", () => {
    const redrawn = testBeatView(testBeatCheck(testBeats([2], "ecg5000"), [30.456], { modelScheme: null, scheme: "ecg5000" }), 26);
    expect(tileWords(redrawn, 0)).toBe("Beat 1, true PVC, predicted A, error 30.46");
  });
});

it("tells anomalous classes from the normal one", () => {
  expect(beatFacts(view, 0)).toMatchObject({ truth: { code: "N", isAnomalous: false }, predicted: { code: "N", isAnomalous: false }, relabelled: null, isWrong: false });
  expect(beatFacts(view, 1)).toMatchObject({ truth: { code: "V", isAnomalous: true }, predicted: { code: "S", isAnomalous: true }, relabelled: { code: "V" }, isWrong: true });
});

it("prints scores and confidences", () => {
  expect(formatFigure(view, 0, "anomalyScore")).toBe(".100");
  expect(formatFigure(view, 0, "confidence")).toBe("90 %");
});
