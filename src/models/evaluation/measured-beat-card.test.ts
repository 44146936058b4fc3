import { expect, it } from "vitest";
import type { BeatModelId } from "../beat-model.ts";
import type { BeatModelCard } from "../card.ts";
import { measureBeats } from "./measure-beats.ts";
import { measuredBeatCard } from "./measured-beat-card.ts";

const cardOf = (id: BeatModelId, threshold: number | null): BeatModelCard => ({
  id, name: id, version: "1", trainedOn: { name: "a/train", sha256: "aa", rows: 9 }, split: "", parameters: {}, threshold, metrics: [], intendedUse: "", limits: [], date: "2026-11-21", licence: "",
});
const unseen = { trainedOnThisFile: false, warnings: [] };
const test = { name: "a/test", sha256: "bb", rows: 4 };

const autoencoder = (threshold: number) =>
  ({ ...measureBeats({ id: "conv-autoencoder", scheme: null }, Uint8Array.of(0, 0, 1, 1), { outputs: Float32Array.of(1, 3, 2, 4), threshold }), ...unseen });
const classifier = {
  ...measureBeats({ id: "beat-cnn", scheme: "binary" }, Uint8Array.of(0, 1, 1, 0), { outputs: Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.6, 0.4, 0.7, 0.3), threshold: null }),
  ...unseen,
};

it("writes a classifier's figures with their intervals, by class, and how its beats were told apart", () => {
  const [entry] = measuredBeatCard(cardOf("beat-cnn", null), classifier, test).metrics;
  if (!("perClass" in entry)) throw new Error("It has classes.");
  expect(entry.evaluatedOn).toEqual(test);
  expect(entry.accuracy.value).toBe(3 / 4);
  expect(entry.accuracy.interval?.low).toBeLessThan(3 / 4);
  expect(entry.confusion).toEqual([[2, 0], [1, 1]]);
  expect(entry.perClass.A).toMatchObject({ support: 2, precision: { value: 1 }, recall: { value: 1 / 2 }, rocAuc: { value: 1, interval: null } });
});

it("writes an autoencoder's, beside those on another file and in place of those on the same", () => {
  const first = measuredBeatCard(cardOf("conv-autoencoder", 2), autoencoder(2), test);
  expect(first.metrics).toMatchObject([{ normalRight: { right: 1, of: 2 }, anomalousRight: { right: 2, of: 2 } }]);
  const again = measuredBeatCard({ ...first, threshold: 4 }, autoencoder(4), test);
  expect(again.metrics).toMatchObject([{ normalRight: { right: 2, of: 2 }, anomalousRight: { right: 1, of: 2 } }]);
  const beside = measuredBeatCard(again, autoencoder(4), { ...test, sha256: "cc" });
  expect(beside.metrics.map(({ evaluatedOn }) => evaluatedOn.sha256)).toEqual(["bb", "cc"]);
});

it("refuses a card of another threshold", () => {
  expect(() => measuredBeatCard(cardOf("conv-autoencoder", 3), autoencoder(4), test)).toThrow("Train it again");
});

it("writes no figures on what the model has learnt", () => {
  const card = cardOf("beat-cnn", null);
  expect(measuredBeatCard(card, { ...classifier, trainedOnThisFile: true }, test)).toBe(card);
});
