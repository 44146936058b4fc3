import { expect, it } from "vitest";
import { NO_COUNTS } from "../../../ecg/metrics/confusion.ts";
import { thresholdWords } from "./threshold-words.ts";

it("says how many beats are right, or how many are predicted where nothing is labelled", () => {
  expect(thresholdWords({ truePositive: 142, falsePositive: 2, falseNegative: 3, trueNegative: 1_143 }, 0))
    .toBe("1,143 of 1,145 normal and 142 of 145 anomalous beats right");
  expect(thresholdWords(NO_COUNTS, 1)).toBe("1 beat predicted anomalous");
});
