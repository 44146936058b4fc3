import { afterEach, describe, expect, it, vi } from "vitest";
import { ProblemError } from "../ecg/problem.ts";
import { syntheticEcg } from "../ecg/peaks/fixtures/synthetic-ecg.ts";
import type { Progress } from "../ecg/progress.ts";
import { createAnalysisClient, type AnalysisClient, type AnalysisClientOptions } from "./client.ts";
import { NodeWorker } from "./fixtures/node-worker.ts";
import { FILE_NAME, type Account, type Script } from "./fixtures/scripts.ts";
import type { LabelledBeats, ReachedEpoch, TrainRequest } from "../models/training/training-job.ts";
import type { CheckRequest, ShownSeries } from "./protocol.ts";

vi.setConfig({ testTimeout: 30_000 });

const never = new AbortController().signal;
const ignore = () => undefined;
const workers: NodeWorker[] = [];
const clients: AnalysisClient[] = [];

/** Node has no Web Locks, so a silent death is noticed by the heartbeat. */
function startClient(options: AnalysisClientOptions = { heartbeat: { everyMs: 50, misses: 100 } }): AnalysisClient {
  const spawn = () => {
    const worker = new NodeWorker(new URL("./fixtures/scripted-worker.ts", import.meta.url));
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const client = createAnalysisClient(spawn, options);
  clients.push(client);
  return client;
}

afterEach(() => {
  clients.splice(0).forEach((client) => client.dispose());
  workers.splice(0);
});

const shipped = { files: null, abstainBelow: null };

const request = (does: Script, rateBpm = [60, 61, 120, 62]): CheckRequest => ({
  ...shipped,
  detectorId: "rolling-median",
  parameters: { does },
  patients: [
    {
      patientId: "001",
      timeS: Float64Array.from(rateBpm, (_, row) => row),
      rateBpm: Float64Array.from(rateBpm),
      label: Uint8Array.from(rateBpm, (rate) => (rate > 100 ? 1 : 0)),
      given: null,
    },
  ],
});

const csv = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, row) => `${row},001,${60 + (row % 7)},0\n`);
  return new File([`timestamp,patient_id,heart_rate,label\n${lines.join("")}`], FILE_NAME);
};

const account = async (client: AnalysisClient) => JSON.parse(await client.backend()) as Account;

/** Resolves at the first report. */
function firstReport() {
  let tell: (progress: Progress) => void = ignore;
  const reported = new Promise<Progress>((resolve) => (tell = resolve));
  return { reported, onProgress: (progress: Progress) => tell(progress) };
}

describe("results", () => {
  it("arrive whole, and their arrays are moved out of the worker, not copied", async () => {
    const client = startClient();
    const outcome = await client.check(request("score"), ignore, never);
    if (outcome.kind !== "checked") throw new Error(outcome.kind);
    expect(outcome.result.scores).toEqual([Float32Array.of(60, 61, 120, 62)]);
    expect(outcome.result.curve?.averagePrecision).toBe(1);
    expect((await account(client)).bytesLeft).toEqual([0]);
  });

  it("leave the request's arrays with the page", async () => {
    const asked = request("score");
    await startClient().check(asked, ignore, never);
    expect(asked.patients[0].rateBpm).toEqual(Float64Array.of(60, 61, 120, 62));
  });

  it("of reading are the file's columns", async () => {
    const outcome = await startClient().open([csv(5)], null, ignore, never);
    if (outcome.kind !== "table") throw new Error(outcome.kind);
    if (outcome.table.kind !== "heart-rate") throw new Error(outcome.table.kind);
    expect(outcome.table.rows).toBe(5);
    expect(outcome.table.patients[0].patientId).toBe("001");
    expect([...outcome.table.patients[0].rateBpm]).toEqual([60, 61, 62, 63, 64]);
  });
});

describe("a recording", () => {
  it("is read, made ready for drawing, and its beats are found and classified", async () => {
    const client = startClient();
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 250, durationS: 20, rateBpm: 72, noiseMv: 0.01 });
    const lines = Array.from(samplesMv, (value, i) => `${i / 250},${value}\n`);
    const opened = await client.open([new File([`time,MLII (mV)\n${lines.join("")}`], FILE_NAME)], null, ignore, never);
    if (opened.kind !== "recording") throw new Error(JSON.stringify(opened));
    const { leads: [lead], samplingRateHz } = opened.recording;
    const levels = await client.pyramid(lead.samplesMv);
    expect(levels[0].bucketSamples).toBe(16);
    const outcome = await client.checkRecording({ ...shipped, parameters: {}, lead, samplingRateHz }, ignore, never);
    if (outcome.kind !== "checked") throw new Error(JSON.stringify(outcome));
    const { beats: { peakSample, templates }, probabilities } = outcome.result;
    expect(Array.from(peakSample, (sample, beat) => Math.abs(sample - peaks[beat]) <= 2)).toEqual(Array.from(peaks, () => true));
    expect(templates.templates).toHaveLength(1);
    expect(probabilities).toHaveLength(5 * peaks.length);
    expect(lead.samplesMv).toHaveLength(5000);
  });

  it("can be cancelled while its beats are looked for", async () => {
    const controller = new AbortController();
    const lead = { name: "II", samplesMv: syntheticEcg({ samplingRateHz: 250, durationS: 60, rateBpm: 60 }).samplesMv, unusable: [] };
    const outcome = startClient().checkRecording({ ...shipped, parameters: {}, lead, samplingRateHz: 250 }, () => controller.abort(), controller.signal);
    expect(await outcome).toEqual({ kind: "cancelled" });
  });
});

describe("failures", () => {
  it("of a detector keep code, sentence and place", async () => {
    expect(await startClient().check(request("fail"), ignore, never)).toEqual({
      kind: "failed",
      problem: {
        code: "no-weights",
        sentence: "model.json, line 3: the weights are damaged. Reload the page.",
        place: { file: "model.json", line: 3 },
      },
    });
  });

  it("of reading keep the place in the file", async () => {
    const file = new File(["timestamp,patient_id,heart_rate,label\n1,001,60,0\n2,001,61,maybe\n"], FILE_NAME);
    const outcome = await startClient().open([file], null, ignore, never);
    expect(outcome).toMatchObject({ kind: "failed", problem: { place: { file: FILE_NAME, line: 3, column: "label", value: "maybe" } } });
  });

  it("of what cannot be sent are told, not lost", async () => {
    const unsendable = { ...request("score"), parameters: { does: (() => 0) as unknown as string } };
    expect(await startClient().check(unsendable, ignore, never)).toMatchObject({ kind: "failed", problem: { code: "unexpected" } });
  });
});

describe("cancelling", () => {
  it("arrives in mid-check", async () => {
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const outcome = startClient().check(request("wait"), onProgress, abort.signal);
    await reported;
    abort.abort();
    expect(await outcome).toEqual({ kind: "cancelled" });
  });

  it("arrives in mid-read", async () => {
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const file = csv(400_000);
    const outcome = startClient().open([file], null, onProgress, abort.signal);
    expect((await reported).done).toBeLessThan(file.size);
    abort.abort();
    expect(await outcome).toEqual({ kind: "cancelled" });
  });

  it("takes a waiting job out of the queue while the one before goes on", async () => {
    const client = startClient();
    const { reported, onProgress } = firstReport();
    const [first, second] = [new AbortController(), new AbortController()];
    const running = client.check(request("wait"), onProgress, first.signal);
    const waiting = client.check(request("score"), ignore, second.signal);
    await reported;
    second.abort();
    expect(await waiting).toEqual({ kind: "cancelled" });
    first.abort();
    expect(await running).toEqual({ kind: "cancelled" });
  });

  it("ends a worker that does not stop when asked to", async () => {
    const client = startClient({ abortGraceMs: 50 });
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const outcome = client.check(request("hang"), onProgress, abort.signal);
    await reported;
    abort.abort();
    expect(await outcome).toEqual({ kind: "cancelled" });
    expect(await client.check(request("score"), ignore, never)).toMatchObject({ kind: "checked" });
  });

  it("before the start starts nothing", async () => {
    expect(await startClient().check(request("score"), ignore, AbortSignal.abort())).toEqual({ kind: "cancelled" });
    expect(workers).toHaveLength(0);
  });
});

describe("progress", () => {
  it("arrives thinned out, in order, ending with the last report before the outcome", async () => {
    const reports: Progress[] = [];
    await startClient().check(request("count"), (progress) => reports.push(progress), never);
    const done = reports.map((progress) => progress.done);
    expect(done[0]).toBe(1);
    expect(done.at(-1)).toBe(1000);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.length).toBeLessThan(1000);
  });

  it("leaves no port open when the job has ended", async () => {
    const client = startClient();
    await client.check(request("score"), ignore, never);
    const before = openPorts();
    for (let turn = 0; turn < 5; turn++) await client.check(request("count"), ignore, new AbortController().signal);
    await expect.poll(openPorts).toBeLessThanOrEqual(before);
  });
});

const openPorts = () => process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort").length;

describe("order", () => {
  it("runs one job after another", async () => {
    const client = startClient();
    const run = (does: Script) => client.check(request(does), ignore, never);
    await Promise.all([run("count"), run("score"), run("count")]);
    expect((await account(client)).log).toEqual([
      "count starts", "count ends", "score starts", "score ends", "count starts", "count ends",
    ]);
  });

  it("draws while a check is running, and remembers what it drew", async () => {
    const client = startClient();
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const check = client.check(request("wait"), onProgress, abort.signal);
    await reported;
    const first = await client.draw("check/001", series, view);
    expect([...(first?.rateBpm ?? [])]).toEqual([60, 120, 61]);
    expect(await client.draw("check/001", null, view)).toEqual(first);
    expect(await client.draw("check/002", null, view)).toBeNull();
    abort.abort();
    await check;
  });
});

const series: ShownSeries = {
  timeS: Float64Array.of(0, 1, 2),
  rateBpm: Float64Array.of(60, 120, 61),
  label: Uint8Array.of(0, 1, 0),
  score: null,
};
const view = { fromS: 0, toS: 2, columns: 100, threshold: null };

const QUICK_HEARTBEAT = { heartbeat: { everyMs: 50, misses: 20 } };

describe("a worker that dies", () => {
  it.each([
    ["is killed", "wait", (worker: NodeWorker) => worker.terminate()],
    ["ends itself", "exit", ignore],
    ["breaks", "break", ignore],
  ] as const)("because it %s fails all that waits, and the next call has a fresh one", async (_how, script, kill) => {
    const client = startClient(QUICK_HEARTBEAT);
    const { reported, onProgress } = firstReport();
    const running = client.check(request(script), onProgress, never);
    const waiting = client.check(request("score"), ignore, never);
    if (script === "wait") await reported;
    kill(workers[0]);
    for (const outcome of await Promise.all([running, waiting])) {
      expect(outcome).toMatchObject({ kind: "failed", problem: { code: "worker-died" } });
    }
    expect(await client.draw("check/001", null, view)).toBeNull();
    expect(await client.check(request("score"), ignore, never)).toMatchObject({ kind: "checked" });
    expect(workers).toHaveLength(2);
  });

  it("says what happened and what to do", async () => {
    const outcome = await startClient(QUICK_HEARTBEAT).check(request("break"), ignore, never);
    if (outcome.kind !== "failed") throw new Error(outcome.kind);
    expect(outcome.problem.sentence).toBe(
      "The analysis stopped before it finished (out of order); nothing was lost. Press Check Anomalies again.",
    );
  });

  it("fails a question about the backend with a ProblemError, and a draw with a lost series", async () => {
    const client = startClient(QUICK_HEARTBEAT);
    const { reported, onProgress } = firstReport();
    const hanging = client.check(request("hang"), onProgress, never);
    await reported;
    // The thread hangs, so that neither is answered before it is ended.
    const asked = client.backend();
    const drawn = client.draw("check/001", null, view);
    workers[0].terminate();
    await expect(asked).rejects.toBeInstanceOf(ProblemError);
    expect(await drawn).toBeNull();
    expect(await hanging).toMatchObject({ kind: "failed", problem: { code: "worker-died" } });
  });
});

describe("beats", () => {
  const beats = { count: 2, samplesPerBeat: 3, samples: Float32Array.of(5, 0, 0, 7, 0, 0) };
  const beatRequest = (parameters: Record<string, string> = {}) => ({ ...shipped, modelId: "beat-cnn" as const, parameters, beats });

  it("are checked, and stay with the page", async () => {
    const outcome = await startClient().checkBeats(beatRequest(), ignore, never);
    expect(outcome).toMatchObject({ kind: "checked", result: { outputs: Float32Array.of(5, 7), threshold: 2 } });
    expect(beats.samples).toEqual(Float32Array.of(5, 0, 0, 7, 0, 0));
  });

  it("wait for their turn, and can be cancelled", async () => {
    const client = startClient();
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const before = client.check(request("count"), ignore, never);
    const running = client.checkBeats(beatRequest({ does: "wait" }), onProgress, abort.signal);
    await reported;
    expect((await account(client)).log).toEqual(["count starts", "count ends", "beats start"]);
    abort.abort();
    expect(await running).toEqual({ kind: "cancelled" });
    await before;
  });

  it("are explained while a check is running", async () => {
    const client = startClient();
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const running = client.checkBeats(beatRequest({ does: "wait" }), onProgress, abort.signal);
    await reported;
    const beat = Float32Array.of(1, 2, 3);
    expect(await client.explain({ files: null, modelId: "beat-cnn", parameters: {}, beat, classIndex: 0 }, never)).toEqual({
      kind: "explained", explanation: { kind: "attribution", method: "itself", values: Float32Array.of(1, 2, 3) },
    });
    expect(beat).toEqual(Float32Array.of(1, 2, 3));
    abort.abort();
    await running;
  });

  it("tell why they cannot be explained", async () =>
    expect(await startClient().explain({ files: null, modelId: "beat-cnn", parameters: {}, beat: new Float32Array(3), classIndex: 5 }, never)).toMatchObject({
      kind: "failed", problem: { code: "no-class", sentence: "there is no class 5. Pick another." },
    }));

  it("have models whose layers can be read, or are said to be missing", async () => {
    const client = startClient();
    expect(await client.layers("beat-cnn", null)).toEqual({ layers: [], totalParameters: 3, trainableParameters: 2 });
    await expect(client.layers("lstm-fcn", null)).rejects.toMatchObject({ code: "artifact-missing", place: { file: "models/lstm-fcn" } });
  });
});

describe("a training", () => {
  const data: LabelledBeats = {
    kind: "beats", name: "beats.csv", sha256: "00", splitSentence: "", patient: new Uint32Array(1), split: { training: Uint32Array.of(0), validation: Uint32Array.of() },
    beats: { count: 1, samplesPerBeat: 2, samples: Float32Array.of(0, 1), scheme: "aami", label: Uint8Array.of(0), file: new Uint16Array(1), line: new Uint32Array(1) },
  };
  const training = (change: Partial<TrainRequest> = {}): TrainRequest => ({ modelId: "beat-cnn", parameters: {}, data, start: null, checkpoint: null, finish: false, ...change });

  it("hands over each epoch before it answers, and goes on from a checkpoint", async () => {
    const client = startClient();
    const reached: ReachedEpoch[] = [];
    const listener = { onProgress: ignore, onEpoch: (epoch: ReachedEpoch) => void reached.push(epoch) };
    expect(await client.train(training(), listener, never)).toMatchObject({ kind: "trained", trained: { files: { "model.json": Uint8Array.of(3) } } });
    expect(reached.map(({ epoch, checkpoint }) => [epoch, ...checkpoint])).toEqual([[1, 1], [2, 2], [3, 3]]);
    await client.train(training({ checkpoint: reached[1].checkpoint }), listener, never);
    expect(reached.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 3]);
  });

  it("moves the leads of recordings to the worker: a day of one is large", async () => {
    const samplesMv = new Float32Array(1000);
    const lead = { name: "II", samplesMv, unusable: [] };
    const recordings = [{ name: "a", lead, samplingRateHz: 250, peakSample: Uint32Array.of(1), beatClass: Uint8Array.of(0), isFibrillating: false }];
    const request = training({ modelId: "arrhythmia", data: { kind: "recordings", name: "a", sha256: "00", splitSentence: "", recordings } });
    expect(await startClient().train(request, { onProgress: ignore, onEpoch: ignore }, never)).toMatchObject({ kind: "trained" });
    expect([samplesMv.byteLength, data.beats.samples.byteLength]).toEqual([0, 8]);
  });

  it("can be cancelled, and made a model of at once", async () => {
    const client = startClient();
    const abort = new AbortController();
    const { reported, onProgress } = firstReport();
    const running = client.train(training({ parameters: { does: "wait" } }), { onProgress, onEpoch: ignore }, abort.signal);
    await reported;
    abort.abort();
    expect(await running).toEqual({ kind: "cancelled" });
    expect(await client.train(training({ checkpoint: Uint8Array.of(1), finish: true }), { onProgress: ignore, onEpoch: ignore }, never)).toMatchObject({ trained: { files: { "model.json": Uint8Array.of(1) } } });
  });
});

describe("dispose", () => {
  it("ends the worker and cancels what is under way and what comes later", async () => {
    const client = startClient();
    const { reported, onProgress } = firstReport();
    const running = client.check(request("wait"), onProgress, never);
    await reported;
    const exited = new Promise((resolve) => workers[0].thread.once("exit", resolve));
    client.dispose();
    expect(await running).toEqual({ kind: "cancelled" });
    await exited;
    expect(await client.check(request("score"), ignore, never)).toEqual({ kind: "cancelled" });
    await expect(client.draw("check/001", null, view)).rejects.toMatchObject({ code: "client-disposed" });
  });
});

describe("a known-answer test", () => {
  it("passes on why a model cannot be judged: the scripted one is not the one whose answer is known", async () => {
    const outcome = await startClient().testModel("beat-cnn", never);
    expect(outcome).toEqual({ kind: "failed", problem: expect.objectContaining({ code: "known-answer-outdated" }) as unknown });
  });

  it("waits for the jobs before it, and can be cancelled meanwhile", async () => {
    const client = startClient();
    const check = client.check(request("score"), ignore, never);
    const abort = new AbortController();
    const test = client.testModel("rolling-median", abort.signal);
    abort.abort();
    expect((await check).kind).toBe("checked");
    expect(await test).toEqual({ kind: "cancelled" });
  });

  it("leaves the machine to be described", async () => expect(await startClient().machine()).toMatchObject({ backend: "CPU", tensors: 3 }));
});
