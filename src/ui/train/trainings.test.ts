import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { testRepository } from "../../db/testing.ts";
import { ProblemError, toProblem } from "../../ecg/problem.ts";
import type { TrainRequest } from "../../models/training/training-job.ts";
import type { AnalysisService, TrainListener, TrainOutcome } from "../../worker/protocol.ts";
import { testBeats } from "../beats/testing.ts";
import { createTrainings, type TrainingOrder, type Trainings } from "./trainings.ts";

let count = 0;
const order: TrainingOrder = {
  modelId: "beat-cnn", name: "Morning", parameters: { epochs: 3, seed: 1 }, start: { kind: "version", version: 1 },
  data: () => Promise.resolve({ kind: "beats", patient: new Uint32Array(3), beats: testBeats([0, 1, 2], "aami"), split: { training: Uint32Array.of(0, 1), validation: Uint32Array.of(2) }, splitSentence: "By beat." }),
  about: { name: "ward.csv", sha256: "aa", rows: 3, rowsPerClass: { N: 1, S: 1, V: 1 }, split: { by: "row", training: 2, validation: 1 }, seed: 1 },
};

/** A trainer whose epochs are let go one by one: three in all, from where the checkpoint stands. */
function steppedTrainer() {
  const requests: TrainRequest[] = [];
  const gates: (() => void)[] = [];
  let fails: ProblemError | null = null;
  const train = async (request: TrainRequest, { onEpoch, onProgress }: TrainListener, signal: AbortSignal): Promise<TrainOutcome> => {
    requests.push(request);
    if (request.finish && request.checkpoint === null) return { kind: "failed", problem: toProblem(new ProblemError("nothing-learnt", "there is no epoch yet", "Wait")) };
    for (let epoch = (request.checkpoint?.[0] ?? 0) + 1; epoch <= 3 && !request.finish; epoch++) {
      onProgress({ stage: `epoch ${epoch}`, done: epoch - 1, total: 3, unit: "batches" });
      await new Promise<void>((resolve) => {
        gates.push(resolve);
        signal.addEventListener("abort", () => gates.splice(0).forEach((open) => open()), { once: true });
      });
      if (signal.aborted) return { kind: "cancelled" };
      if (fails !== null) return { kind: "failed", problem: toProblem(fails) };
      onEpoch({ epoch, metrics: { loss: 1, "validation loss": epoch === 2 ? 0.1 : 0.5 }, checkpoint: Uint8Array.of(epoch) });
    }
    return { kind: "trained", trained: { files: { "model.json": Uint8Array.of(request.finish ? 1 : 9) }, sha256: "ff", backend: "WASM (SIMD)", metrics: {} } };
  };
  return {
    service: { train } as unknown as AnalysisService,
    requests,
    failWith: (problem: ProblemError) => void (fails = problem),
    async epoch() {
      await vi.waitFor(() => expect(gates.length).toBeGreaterThan(0));
      gates.shift()?.();
    },
  };
}

function setUp(name = `trainings-${count++}`) {
  const trainer = steppedTrainer();
  const repository = testRepository(name);
  const trainings = createTrainings({ trainer: trainer.service, repository, appVersion: "0.1.0" });
  return { name, trainer, repository, trainings };
}

const ended = (trainings: Trainings) => vi.waitFor(() => {
  const state = trainings.state();
  if (state.kind !== "idle" || state.outcome === null) throw new Error("It goes on.");
  return state.outcome;
});
const epochsKept = async ({ repository }: Pick<ReturnType<typeof setUp>, "repository">, kept: number) =>
  vi.waitFor(async () => expect(await repository.runs.epochs((await repository.runs.list())[0]?.id ?? "")).toHaveLength(kept));

describe("a training", () => {
  it("becomes a run with its epochs and a version that challenges, and is not promoted", async () => {
    const own = setUp();
    own.trainings.start(order);
    own.trainings.start(order); // a second click
    for (let epoch = 0; epoch < 3; epoch++) await own.trainer.epoch();
    const outcome = await ended(own.trainings);
    expect(outcome).toMatchObject({ kind: "registered", modelId: "beat-cnn", version: 2 });
    const [run, ...others] = await own.repository.runs.list();
    expect(others).toEqual([]);
    expect(run).toMatchObject({ state: { kind: "finished" }, backend: "WASM (SIMD)", metrics: { "validation loss": 0.1, "best epoch": 2, epochs: 3 }, artifact: { version: 2, sha256: "ff", bytes: 1 } });
    expect((await own.repository.runs.epochs(run.id)).map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(await own.repository.registry.aliases("beat-cnn")).toEqual({ champion: 1, challenger: 2 });
    expect(await own.repository.runs.job(run.id)).toBeNull();
  });

  it("is paused and goes on from its last finished epoch", async () => {
    const { trainings, trainer, repository } = setUp();
    trainings.start(order);
    await trainer.epoch();
    await epochsKept({ repository }, 1);
    trainings.pause();
    const outcome = await ended(trainings);
    expect(outcome.kind).toBe("paused");
    const [{ id, state }] = await repository.runs.list();
    expect(state.kind).toBe("paused");
    trainings.resume(id);
    await trainer.epoch();
    await trainer.epoch();
    await vi.waitFor(() => expect(trainings.state()).toMatchObject({ kind: "idle", outcome: { kind: "registered" } }));
    expect(trainer.requests.map(({ checkpoint }) => checkpoint?.[0] ?? null)).toEqual([null, 1]);
    expect(await repository.runs.epochs(id)).toHaveLength(3);
  });

  it("ended by the user leaves the best weights so far as a challenger", async () => {
    const { trainings, trainer, repository } = setUp();
    trainings.start(order);
    await trainer.epoch();
    await epochsKept({ repository }, 1);
    trainings.stop();
    expect(await ended(trainings)).toMatchObject({ kind: "registered", version: 2 });
    expect(trainer.requests.at(-1)).toMatchObject({ finish: true, checkpoint: Uint8Array.of(1) });
    expect((await repository.runs.list())[0].state.kind).toBe("stopped");
  });

  it("ended before its first epoch leaves nothing, and says so", async () => {
    const { trainings, repository } = setUp();
    trainings.start(order);
    await vi.waitFor(() => expect(trainings.state()).toMatchObject({ kind: "training", sitting: { latest: { stage: "epoch 1" } } }));
    trainings.stop();
    expect(await ended(trainings)).toMatchObject({ kind: "failed", problem: { code: "nothing-learnt" } });
    expect(await repository.registry.versions("beat-cnn")).toHaveLength(1);
    expect((await repository.runs.list())[0].state.kind).toBe("stopped");
  });

  it("that a closed page left is taken up by the next one, in mid-training", async () => {
    const first = setUp();
    first.trainings.start(order);
    await first.trainer.epoch();
    await epochsKept(first, 1);
    first.repository.close();
    const second = setUp(first.name);
    await second.trainings.resumeInterrupted();
    await second.trainer.epoch();
    await second.trainer.epoch();
    expect(await ended(second.trainings)).toMatchObject({ kind: "registered", version: 2 });
    expect(second.trainer.requests.map(({ checkpoint }) => checkpoint?.[0])).toEqual([1]);
    expect((await second.repository.runs.list())[0].state.kind).toBe("finished");
  });

  it("whose worker died can be resumed; one that failed by itself cannot, and says why", async () => {
    const dead = setUp();
    dead.trainer.failWith(new ProblemError("worker-died", "The training stopped", "Resume it"));
    dead.trainings.start(order);
    await dead.trainer.epoch();
    expect(await ended(dead.trainings)).toMatchObject({ kind: "failed", problem: { code: "worker-died" } });
    expect((await dead.repository.runs.list())[0].state.kind).toBe("paused");
    const failed = setUp();
    failed.trainer.failWith(new ProblemError("unfit-start", "the layers have other sizes", "Start from scratch"));
    failed.trainings.start(order);
    await failed.trainer.epoch();
    await ended(failed.trainings);
    expect((await failed.repository.runs.list())[0].state).toMatchObject({ kind: "failed", sentence: "the layers have other sizes. Start from scratch." });
  });
});
