import { expect, it } from "vitest";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { classificationIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import { classificationFigures } from "../../../ecg/metrics/multi-class.ts";
import { checkMetrics } from "./check-metrics.ts";

const FILES = [{ name: "a.csv", bytes: 1, sha256: "aa", rows: 2 }, { name: "b.csv", bytes: 1, sha256: "bb", rows: 1 }];

it("names each class's figures by its code, with intervals once they are there", () => {
  const figures = classificationFigures({ label: Uint8Array.of(0, 1, 1), probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.6, 0.4), classCount: 2 });
  const early = checkMetrics(FILES, CLASSES.binary, { figures, intervals: null });
  expect(early.evaluatedOn).toEqual({ name: "a.csv, b.csv", sha256: "aa, bb", rows: 3 });
  expect(early.accuracy).toEqual({ value: 2 / 3, interval: null });
  expect(early.perClass["A"]).toMatchObject({ support: 2, recall: { value: 0.5, interval: null }, rocAuc: { value: 1, interval: null } });

  const intervals = classificationIntervals(figures);
  const { accuracy, perClass } = checkMetrics(FILES, CLASSES.binary, { figures, intervals });
  expect(accuracy.interval).toEqual(intervals.accuracy);
  expect(perClass["A"].recall.interval).toEqual(intervals.perClass[1].recall);
});
