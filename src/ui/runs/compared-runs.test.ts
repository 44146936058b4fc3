import { expect, test } from "vitest";
import { sampleRun } from "../../lifecycle/runs/testing.ts";
import { comparedMetrics, comparedSettings, isLowerBetter } from "./compared-runs.ts";
import { differingQuantities, parallelAxes } from "./parallel-axes.ts";

const first = sampleRun({ id: "a", metrics: { "validation loss": 0.2, accuracy: 0.9, "best epoch": 3 } });
const second = sampleRun({ id: "b", parameters: { epochs: 10, learningRate: 0.002, resampling: "over" }, metrics: { "validation loss": 0.1, accuracy: 0.9, "best epoch": 5 } });
const other = sampleRun({ id: "c", modelId: "income", parameters: { lr: 0.1 }, metrics: { accuracy: NaN } });

test("parameters that differ come first, each under the form's name and as a person reads it", () => {
  const rows = comparedSettings([first, second]);
  expect(rows.slice(0, 2)).toEqual([
    { name: "Epochs", texts: ["5", "10"], differs: true },
    { name: "Resampling", texts: ["None", "Over-sample to the largest class"], differs: true },
  ]);
  expect(rows.slice(2).every(({ differs }) => !differs)).toBe(true);
  expect(rows.find(({ name }) => name === "Learning rate")?.texts).toEqual(["0.002", "0.002"]);
});

test("what a run does not have is a dash, and differs", () => {
  expect(comparedSettings([first, other])).toContainEqual({ name: "lr", texts: ["–", "0.1"], differs: true });
});

test("the best value is marked where one is better", () => {
  const metrics = comparedMetrics([first, second, other]);
  expect(metrics.map(({ name, best }) => [name, best])).toEqual([["validation loss", [1]], ["accuracy", []], ["best epoch", []]]);
  expect(metrics[1].texts).toEqual(["0.9", "0.9", "–"]);
});

test("less is better of losses and errors, more of shares of right answers; of others nobody can say", () => {
  for (const name of ["loss", "validation loss", "part 2/loss", "rmse"]) expect(isLowerBetter(name), name).toBe(true);
  for (const name of ["accuracy", "macro F1", "validation/macroAuc", "sensitivity"]) expect(isLowerBetter(name), name).toBe(false);
  for (const name of ["best epoch", "threshold", "learning rate"]) expect(isLowerBetter(name), name).toBeNull();
});

test("parallel axes are of what differs, parameters before metrics; a run without a value has no place", () => {
  expect(differingQuantities([first, second]).map(({ label }) => label)).toEqual(["Epochs", "Resampling", "validation loss", "best epoch"]);
  const axes = parallelAxes([first, second]);
  expect(axes.map(({ kind }) => kind)).toEqual(["parameter", "parameter", "metric", "metric"]);
  expect(axes[0].places).toEqual([0, 1]);
  expect(axes[1].places).toEqual([0, 1]);
  expect(parallelAxes([first, other]).find(({ name }) => name === "lr")?.places[0]).toBeNull();
});
