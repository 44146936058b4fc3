import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_MODELS } from "../models/catalog.ts";
import { CallError } from "./call-error.ts";
import { createCalls } from "./create-calls.ts";
import { publishedInput, testParts } from "./testing.ts";

const parts = testParts();
const calls = createCalls(parts, "https://ward.example");
const rows = (rateBpm: number[]) => ({ patientId: "007", timeS: rateBpm.map((_, row) => row * 0.8), rateBpm });

describe("predict", () => {
  it("answers the published shape in the published shape, at either rate and with or without a batch dimension", async () => {
    const answer = { NORM: 0.5, MI: 0.25, STTC: 0.09765625, CD: 1, HYP: 0 };
    const { X, Y } = publishedInput();
    expect(await calls.predict({ X, Y })).toEqual(answer);
    expect(await calls.predict({ X: [X], Y: [Y] })).toEqual(answer);
    expect(await calls.predict(publishedInput(5000))).toMatchObject({ STTC: 0.48828125 });
  });

  it("takes twelve leads by their names, computes those that follow from I and II, and says what it did not know", async () => {
    const leads = Object.fromEntries(["I", "ii", "V1", "V2", "V3", "V4", "V5", "V6"].map((name) => [name, new Float32Array(1000).fill(0.25)]));
    const answer = await calls.predict({ kind: "twelve-lead", samplingRateHz: 100, leads, patient: { ageYears: 64 } });
    expect(answer).toMatchObject({ model: "twelve-lead", modelVersion: 1, backend: "JavaScript", predicted: { NORM: true, MI: false }, imputed: ["height"] });
    await expect(calls.predict({ kind: "twelve-lead", samplingRateHz: 100, leads: { I: leads.I } })).rejects.toMatchObject({ code: "not-twelve-leads" });
  });

  it("scores heart rates and says null where there is no score", async () => {
    const { patients } = (await calls.predict({ kind: "heart-rates", patients: [rows([60, 61, 120])] })) as { patients: unknown };
    expect(patients).toEqual([{ ...rows([60, 61, 120]), score: [null, 0, 1], predicted: [null, false, true] }]);
  });

  it("names the class of beats by the first model for their length", async () => {
    const beat = (first: number) => [first, ...new Array<number>(186).fill(0)];
    expect(await calls.predict({ kind: "beats", beats: [beat(0.75), Float32Array.from(beat(0.5))] })).toMatchObject({ model: "beat-cnn", predicted: ["N", "N"], probabilities: { N: [0.75, 0.5], V: [0, 0] } });
    await expect(calls.predict({ kind: "beats", beats: [[1, 2, 3]] })).rejects.toMatchObject({ code: "wrong-beat-length" });
  });

  it("refuses input of another shape, and says where it is wrong", async () => {
    const { X, Y } = publishedInput();
    for (const [input, path] of [
      [{ X, Y: Y.slice(1) }, "Y"],
      [{ X, Y: Y.with(3, ["0"] as unknown as number[]) }, "Y.3.0"],
      [{ X: X.slice(1), Y }, "X"],
      [{ kind: "heart-rates", patients: [{ ...rows([60, 61]), timeS: [1, 0] }] }, "patients.0"],
      [{ kind: "heart-rates", patients: [{ ...rows([60, 61]), rateBpm: [60, NaN] }] }, "patients.0.rateBpm"],
      [{ kind: "heart-rates", patients: [rows([60])], more: 1 }, "more"],
      [{ kind: "lead", samplingRateHz: 0, samplesMv: [1] }, "samplingRateHz"],
      [{ kind: "dog" }, "kind"],
    ] as const) {
      await expect(calls.predict(input)).rejects.toMatchObject({ code: "malformed", place: { path } });
    }
  });

  it("rejects anything with a CallError, whatever it is", () =>
    fc.assert(
      fc.asyncProperty(fc.anything(), async (input) => {
        const answer = await calls.predict(input).catch((cause: unknown) => cause);
        expect(answer).toBeInstanceOf(CallError);
      }),
      { numRuns: 50 },
    ));

  it("refuses a model or a parameter that is not there, and a value out of range", async () => {
    const patients = [rows([60, 61])];
    await expect(calls.predict({ kind: "heart-rates", model: "beat-cnn", patients })).rejects.toMatchObject({ code: "unknown-model" });
    for (const parameters of [{ windo: 5 }, { window: 1e9 }, { window: "wide" }]) {
      await expect(calls.predict({ kind: "heart-rates", model: "rolling-median", patients, parameters })).rejects.toMatchObject({ code: "bad-parameter" });
    }
  });

  it("passes on what went wrong in the worker", async () => {
    const failing = createCalls(testParts({ check: async () => ({ kind: "failed", problem: { code: "artifact-missing", sentence: "A part is missing.", place: { file: "x" } } }) }), "test");
    await expect(failing.predict({ kind: "heart-rates", patients: [rows([60, 61])] })).rejects.toMatchObject({ code: "artifact-missing", sentence: "A part is missing.", place: { file: "x" } });
  });
});

it("lists every model, and sums up one", async () => {
  expect((await calls.models()).map(({ id }) => id)).toEqual(ALL_MODELS.map(({ id }) => id));
  expect(await calls.modelSummary({ model: "beat-cnn" })).toMatchObject({ takes: "beats", samplesPerBeat: 187, classes: ["N", "S", "V", "F", "Q"], version: 1, suspended: null, totalParameters: 7 });
  await expect(calls.modelSummary({ model: "dog" })).rejects.toMatchObject({ code: "unknown-model" });
});

it("hands on a file's question, with the guess that answers it", async () => {
  const error = (await calls.checkFile({ files: [{ name: "a.csv", text: "a,b\n0,60\n" }] }).catch((cause: unknown) => cause)) as CallError;
  expect(error).toMatchObject({ code: "question", place: { file: "a.csv" }, question: { kind: "heart-rate", firstRows: [["0", "60"]], guess: { kind: "heart-rate", roles: ["time", "rate"], unit: "bpm" } } });
  await expect(calls.checkFile({ files: [{ name: "a.csv" }] })).rejects.toMatchObject({ code: "malformed", place: { path: "files.0" } });
});

it("leaves a trace of every call in the log, with who made it", async () => {
  const noted = await parts.repository.log.entries();
  expect(noted.filter(({ details }) => details.call === "models")).toMatchObject([{ action: "call", what: "https://ward.example called models", details: { caller: "https://ward.example" } }]);
  expect(noted.some(({ modelId }) => modelId === "rolling-median")).toBe(true);
});

it("writes no words of a caller's into the log's index, which lies in the clear", async () => {
  await expect(calls.modelSummary({ model: "Jane Doe" })).rejects.toMatchObject({ code: "unknown-model" });
  expect((await parts.repository.log.entries()).at(-1)).toMatchObject({ modelId: "", details: { call: "modelSummary" } });
});
