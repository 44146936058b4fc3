import { describe, expect, it } from "vitest";
import type { BeatModelCard, Measured, ModelCard } from "../../models/card.ts";
import { headline, measurements, measuredText } from "./card-figures.ts";

const measured = (value: number): Measured => ({ value, interval: { low: value - 0.1, high: value + 0.1 } });
const data = { name: "heartbeat/test", sha256: "ab", rows: 200 };

const facts = { version: "1", split: "", parameters: {}, intendedUse: "", limits: [], date: "2026-11-21", licence: "" };
const beatCard = (metrics: BeatModelCard["metrics"]): BeatModelCard => ({ ...facts, id: "beat-cnn", name: "1D-CNN", trainedOn: data, threshold: null, metrics });
const detectorCard = (metrics: ModelCard["metrics"]): ModelCard => ({
  ...facts, id: "heart-rate-cnn", name: "1D-CNN", trainedOn: { ...data, patients: 2 }, threshold: 0.5, metrics,
});

describe("a card's headline", () => {
  it("is F1 for a detector of heart-rate tables", () => {
    const card = detectorCard({ evaluatedOn: { ...data, patients: 2 }, precision: measured(0.5), recall: measured(0.6), f1: measured(0.7), averagePrecision: measured(0.8) });
    expect(headline(card)).toEqual({ figure: { name: "F1", measured: measured(0.7) }, data: "heartbeat/test" });
  });
  it("is the accuracy for a classifier", () => {
    const card = beatCard([{ evaluatedOn: data, accuracy: measured(0.8), macroF1: measured(0.7), perClass: {}, confusion: [] }]);
    expect(headline(card)?.figure).toEqual({ name: "Accuracy", measured: measured(0.8) });
  });
  it("is of the first file for a model measured on two", () => {
    const right = { right: 9, of: 10 };
    const metrics = { precision: measured(0.5), recall: measured(0.5), rocAuc: measured(0.8), normalRight: right, anomalousRight: right };
    const card = beatCard([
      { ...metrics, evaluatedOn: data, f1: measured(0.6) },
      { ...metrics, evaluatedOn: { ...data, name: "ECG5000/TEST" }, f1: measured(0.7) },
    ]);
    expect(headline(card)).toEqual({ figure: { name: "F1", measured: measured(0.6) }, data: "heartbeat/test" });
    expect(measurements(card)).toHaveLength(2);
  });
  it.each([detectorCard(null), beatCard([])])("is missing before the model was measured", (card) => expect(headline(card)).toBeNull());
});

it("a figure stands before its interval, where it has one", () => {
  expect(measuredText(measured(0.5))).toBe(".500 (.400–.600)");
  expect(measuredText({ value: 1, interval: null })).toBe("1.000");
  expect(measuredText({ value: null, interval: null })).toBe("–");
});
