import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { sampleRun } from "../../lifecycle/runs/testing.ts";
import { testRepository } from "../testing.ts";

const lead = (name: string, samples: number[]): LabelledLead => ({
  name, lead: { name: "II", samplesMv: Float32Array.from(samples), unusable: [] }, samplingRateHz: 100, peakSample: Uint32Array.of(1), beatClass: Uint8Array.of(2), isFibrillating: false,
});
const recordings = [lead("a", [1, 2, 3]), lead("b", [4, 5])];

it("recordings of a frozen set and of a training come back with their samples, until these are deleted", async () => {
  const { evaluationSets, runs } = testRepository("kept-leads");
  const set: EvaluationSet = { id: "set", name: "Ward 3", kind: "recordings", samplesPerBeat: null, fileSha256: [], rows: 2, recordings: 2, rowsPerClass: { V: 2 }, frozenAt: "" };
  const run = sampleRun({ id: "run", state: { kind: "running" } });
  await evaluationSets.freeze(set, { kind: "recordings", recordings });
  await runs.begin(run, { kind: "recordings", recordings, splitSentence: "" });
  expect(await evaluationSets.content("set")).toMatchObject({ recordings });
  expect(await runs.job("run")).toMatchObject({ data: { recordings } });

  await evaluationSets.remove(set);
  await expect(evaluationSets.content("set")).rejects.toMatchObject({ code: "set-gone" });
  expect(await runs.job("run")).toMatchObject({ data: { recordings } });
  await runs.end("run", { state: { kind: "stopped", endedAt: "" } });
  expect(await runs.job("run")).toBeNull();
  await evaluationSets.freeze(set, { kind: "recordings", recordings: [lead("c", [6])] });
  expect(await evaluationSets.content("set")).toMatchObject({ recordings: [lead("c", [6])] });
});

it("metrics of several networks stand side by side in an epoch", async () => {
  const { runs } = testRepository("kept-epochs");
  const keep = (epoch: number, metrics: Record<string, number>) => runs.keepEpoch({ runId: "run", epoch, at: "", metrics }, new Uint8Array());
  await keep(1, { "part 1/loss": 3 });
  await keep(2, { "part 1/loss": 2 });
  await keep(1, { "part 2/loss": 1 });
  expect((await runs.epochs("run")).map(({ metrics }) => metrics)).toEqual([{ "part 1/loss": 3, "part 2/loss": 1 }, { "part 1/loss": 2 }]);
});
