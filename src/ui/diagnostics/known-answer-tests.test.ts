import { expect, it } from "vitest";
import { ALL_MODELS } from "../../models/catalog.ts";
import type { KnownAnswerTest } from "../../models/known-answers/known-answer.ts";
import type { ModelId } from "../../models/model-id.ts";
import type { ModelTestOutcome } from "../../worker/protocol.ts";
import { createKnownAnswerTests } from "./known-answer-tests.ts";

const right = (modelId: ModelId, change: Partial<KnownAnswerTest> = {}): ModelTestOutcome => ({
  kind: "tested",
  test: { modelId, isRight: true, backend: "WASM", tolerance: 1e-3, largestDifference: 1e-7, outputs: 8, durationMs: 5, rejected: [], ...change },
});

it("tests every model in turn, one round at a time, and tells of each step", async () => {
  const asked: ModelId[] = [];
  const tests = createKnownAnswerTests({ testModel: async (id) => (asked.push(id), right(id)) });
  let changes = 0;
  const stop = tests.subscribe(() => changes++);
  await Promise.all([tests.run(), tests.run()]);
  expect(asked).toEqual(ALL_MODELS.map(({ id }) => id));
  expect(tests.current().models.every(({ state }) => state.kind === "tested")).toBe(true);
  expect(tests.current()).toMatchObject({ isRunning: false, rejected: [] });
  expect(changes).toBe(2 + 2 * ALL_MODELS.length);
  stop();
  await tests.run();
  expect(changes).toBe(2 + 2 * ALL_MODELS.length);
});

it("remembers what was rejected over the rounds, and goes on where a test fails", async () => {
  let round = 0;
  const tests = createKnownAnswerTests({
    testModel: (id) => {
      if (id === "beat-cnn") return Promise.reject(new Error("The worker is gone."));
      return Promise.resolve(right(id, { rejected: id === "heart-rate-cnn" && round === 0 ? ["WebGL: off by 3 %."] : [] }));
    },
  });
  await tests.run();
  round = 1;
  await tests.run();
  expect(tests.current().rejected).toEqual(["WebGL: off by 3 %."]);
  expect(tests.current().models.find(({ id }) => id === "beat-cnn")?.state).toMatchObject({ kind: "failed", problem: { code: "unexpected" } });
  expect(tests.current().models.at(-1)?.state.kind).toBe("tested");
});
