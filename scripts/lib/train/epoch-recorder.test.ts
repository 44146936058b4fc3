import { expect, test } from "vitest";
import { cardFacts } from "./card-facts.ts";
import { epochRecorder } from "./epoch-recorder.ts";

test("epochs are kept as they end", () => {
  const { onEpoch, reached } = epochRecorder("a", false);
  onEpoch({ epoch: 1, metrics: { loss: 2 } });
  onEpoch({ epoch: 2, metrics: { loss: 1 } });
  expect(reached().map(({ runId, epoch, metrics }) => [runId, epoch, metrics])).toEqual([["a", 1, { loss: 2 }], ["a", 2, { loss: 1 }]]);
});

test("of several networks, each one's epochs stand beside the others'", () => {
  const { onEpoch, reached } = epochRecorder("a", true);
  for (const [epoch, loss] of [[1, 3], [2, 2], [1, 5], [2, 4], [3, 1]]) onEpoch({ epoch, metrics: { loss } });
  expect(reached().map(({ epoch, metrics }) => [epoch, metrics])).toEqual([
    [1, { "part 1/loss": 3, "part 2/loss": 5 }],
    [2, { "part 1/loss": 2, "part 2/loss": 4 }],
    [3, { "part 2/loss": 1 }],
  ]);
});

test("the card's thresholds and validation figures are metrics", () => {
  const card = { parameters: { trees: 9 }, split: "by fold", trainedOn: { rows: 3 }, threshold: null, thresholds: { NORM: 0.4 }, validation: { macroAuc: 0.9, network: null, confusion: [[1]] } };
  expect(cardFacts(new Map([["card.json", new TextEncoder().encode(JSON.stringify(card))]]))).toEqual({
    parameters: { trees: 9 }, split: "by fold", rows: 3, metrics: { "thresholds/NORM": 0.4, "validation/macroAuc": 0.9 },
  });
});
