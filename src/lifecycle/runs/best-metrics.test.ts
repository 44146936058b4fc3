import { expect, test } from "vitest";
import { bestMetrics } from "./best-metrics.ts";

const epoch = (number: number, metrics: Readonly<Record<string, number>>) => ({ runId: "a", epoch: number, at: "", metrics });

test("the metrics are those of the epoch of lowest validation loss, the earliest of equals", () => {
  const epochs = [epoch(1, { loss: 3, "validation loss": 2 }), epoch(2, { loss: 2, "validation loss": 1 }), epoch(3, { loss: 1, "validation loss": 1 })];
  expect(bestMetrics(epochs)).toEqual({ loss: 2, "validation loss": 1, "best epoch": 2, epochs: 3 });
});

test("without a validation loss the last epoch counts; without epochs there are none", () => {
  expect(bestMetrics([epoch(1, { loss: 3 }), epoch(2, { loss: 2 })])).toEqual({ loss: 2, "best epoch": 2, epochs: 2 });
  expect(bestMetrics([])).toEqual({});
});
