import { expect, it } from "vitest";
import { CLASSES } from "../../../ecg/beats/classes.ts";
import { classificationIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import { classificationFigures } from "../../../ecg/metrics/multi-class.ts";
import { checkMetrics } from "./check-metrics.ts";

const FILES = [{ name: "a.csv", bytes: 1, sha256: "aa", rows: 2 }, { name: "b.csv", bytes: 1, sha256: "bb", rows: 1 }];

it("names each class's figures by its code, with their intervals", () => {
  const figures = classificationFigures({ label: Uint8Array.of(0, 1, 1), probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.6, 0.4), classCount: 2 });
  const intervals = classificationIntervals(figures);
  const { evaluatedOn, accuracy, perClass } = checkMetrics(FILES, CLASSES.binary, { figures, intervals });
  expect(evaluatedOn).toEqual({ name: "a.csv, b.csv", sha256: "aa, bb", rows: 3 });
  expect(accuracy).toEqual({ value: 2 / 3, interval: intervals.accuracy });
  expect(perClass["A"]).toMatchObject({ support: 2, recall: { value: 0.5, interval: intervals.perClass[1].recall }, rocAuc: { value: 1 } });
});
