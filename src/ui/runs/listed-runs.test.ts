import { expect, test } from "vitest";
import { sampleRun } from "../../lifecycle/runs/testing.ts";
import { listedRuns, NO_FILTER, tagsOf } from "./listed-runs.ts";

const first = sampleRun({ id: "a", name: "Run 2", startedAt: "2026-11-20T10:00:00.000Z", tags: { site: "Ward 3", keep: "" } });
const second = sampleRun({ id: "b", name: "Run 10", startedAt: "2026-11-21T10:00:00.000Z", modelId: "boosted-trees", metrics: { "validation loss": 0.1 }, durationMs: 5, note: "Low rate" });
const third = sampleRun({ id: "c", name: "Other", startedAt: "2026-11-19T10:00:00.000Z", state: { kind: "paused" }, metrics: {}, tags: { site: "Ward 4" } });
const runs = [first, second, third];

const ids = (filter: Partial<typeof NO_FILTER>, order: Parameters<typeof listedRuns>[2] = "date") => listedRuns(runs, { ...NO_FILTER, ...filter }, order).map(({ id }) => id);

test("a search finds names, models, notes, tags and parameters, all words at once", () => {
  expect(ids({ search: "run" })).toEqual(["b", "a"]);
  expect(ids({ search: "LOW rate" })).toEqual(["b"]);
  expect(ids({ search: "ward 4" })).toEqual(["c"]);
  expect(ids({ search: "learningrate=0.002 1d-cnn" })).toEqual(["a", "c"]);
  expect(ids({ search: "nothing" })).toEqual([]);
});

test("filters by model, state and tag", () => {
  expect(ids({ modelId: "boosted-trees" })).toEqual(["b"]);
  expect(ids({ state: "paused" })).toEqual(["c"]);
  expect(ids({ tag: "site" })).toEqual(["a", "c"]);
  expect(ids({ tag: "site: Ward 3" })).toEqual(["a"]);
  expect(tagsOf(runs)).toEqual(["keep", "site", "site: Ward 3", "site: Ward 4"]);
});

test("sorts by date, name, loss (those without one last) and duration", () => {
  expect(ids({})).toEqual(["b", "a", "c"]);
  expect(ids({}, "name")).toEqual(["c", "a", "b"]);
  expect(ids({}, "loss")).toEqual(["b", "a", "c"]);
  expect(ids({}, "duration").at(-1)).toBe("b");
});
