import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import type { EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { testRepository } from "../testing.ts";

let count = 0;
const fresh = () => testRepository(`sets-${count++}`);

const set: EvaluationSet = { id: "a", name: "Ward 3", kind: "beats", samplesPerBeat: 2, fileSha256: ["ff"], rows: 2, rowsPerClass: { N: 1, V: 1 }, frozenAt: "2026-11-21T10:00:00.000Z" };
const content: EvaluationContent = {
  kind: "beats",
  beats: { count: 2, samplesPerBeat: 2, samples: Float32Array.of(0, 1, 2, 3), scheme: "aami", label: Uint8Array.of(0, 2), file: new Uint16Array(2), line: Uint32Array.of(1, 2) },
};

it("a frozen set comes back as it was frozen, newest first, until it is deleted; both are logged", async () => {
  const { evaluationSets, log } = fresh();
  await evaluationSets.freeze(set, content);
  await evaluationSets.freeze({ ...set, id: "b", name: "Ward 4", frozenAt: "2026-11-22T10:00:00.000Z" }, content);
  expect((await evaluationSets.list()).map(({ name }) => name)).toEqual(["Ward 4", "Ward 3"]);
  expect(await evaluationSets.content("a")).toMatchObject(content);
  await evaluationSets.remove(set);
  await expect(evaluationSets.content("a")).rejects.toMatchObject({ code: "set-gone" });
  expect(await evaluationSets.list()).toHaveLength(1);
  expect((await log.entries()).map(({ action, what }) => [action, what])).toEqual([
    ["evaluation-set", "Froze the evaluation set “Ward 3” of 2 rows"],
    ["evaluation-set", "Froze the evaluation set “Ward 4” of 2 rows"],
    ["deletion", "Deleted the evaluation set “Ward 3”"],
  ]);
});

it("a set is never changed: another of its id is refused, and the first one stays", async () => {
  const { evaluationSets, log } = fresh();
  await evaluationSets.freeze(set, content);
  await expect(evaluationSets.freeze({ ...set, name: "Other" }, { kind: "heart-rate", patients: [] })).rejects.toThrow();
  expect((await evaluationSets.list()).map(({ name }) => name)).toEqual(["Ward 3"]);
  expect((await evaluationSets.content("a")).kind).toBe("beats");
  expect(await log.entries()).toHaveLength(1);
});
