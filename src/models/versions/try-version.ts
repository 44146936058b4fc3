import { CLASSES } from "../../ecg/beats/classes.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { whyOf } from "../artifacts/layers-model.ts";
import type { BeatModelId } from "../beat-model.ts";
import { loadBeatModel } from "../beat-models.ts";
import { BEAT_MODELS, DETECTORS } from "../catalog.ts";
import { defaultParameters, type DetectorMeta, type DetectorOptions } from "../detector.ts";
import { loadDetector } from "../detectors.ts";
import { beatDrift, rateDrift, recordingDrift, type DriftOptions } from "../drift/measure-drift.ts";
import type { ModelId } from "../model-id.ts";
import { exampleBeats, exampleLead, exampleRates, exampleTwelveLeads } from "./example-inputs.ts";

/** How far the probabilities of one row may add up to another sum than 1: half-precision weights round. */
const SUM_TOLERANCE = 0.01;

/** Asks a version about an example, as a check would, its reference too. Throws ProblemError `no-probabilities`, `no-finite-answer`, `no-answer` where computing fails, or what a check would. */
export async function tryVersion(modelId: ModelId, files: ArtifactFiles): Promise<void> {
  try {
    await askAboutExample(modelId, files);
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError("no-answer", `asked about an example, the model gives no answer (${whyOf(cause)})`, "Choose a model whose layers fit one another", {}, { cause });
  }
}

async function askAboutExample(modelId: ModelId, files: ArtifactFiles): Promise<void> {
  const readArtifact = async (path: string) => files[path.slice(modelId.length + 1)].slice().buffer;
  const control = { readArtifact, signal: new AbortController().signal, onProgress: () => undefined };
  const options: DetectorOptions = { parameters: {}, ...control };
  const drift: DriftOptions = { modelId, files, abstainBelow: null, ...control };
  if (modelId === "arrhythmia") {
    const { classifyBeats } = await import("../arrhythmia/model.ts");
    await recordingDrift(exampleLead(), drift);
    refuseOtherThanProbabilities((await classifyBeats(exampleLead(), options)).probabilities, CLASSES.aami.length);
  } else if (modelId === "twelve-lead") {
    const { diagnose } = await import("../twelve-lead/model.ts");
    refuseUnlessBetween0And1((await diagnose(exampleTwelveLeads(), options)).probabilities);
  } else {
    const detector = DETECTORS.find(({ id }) => id === modelId);
    await (detector === undefined ? tryBeatModel(modelId as BeatModelId, options, drift) : tryDetector(detector, options, drift));
  }
}

async function tryDetector(meta: DetectorMeta, options: DetectorOptions, drift: DriftOptions): Promise<void> {
  const detect = await loadDetector(meta.id);
  await rateDrift(exampleRates(), drift);
  const { scores, threshold } = await detect(exampleRates(), { ...options, parameters: defaultParameters(meta) });
  // A patient's first row is not scored.
  refuseUnlessFinite([threshold, ...scores.flatMap((own) => Array.from(own.subarray(1)))]);
}

async function tryBeatModel(modelId: BeatModelId, options: DetectorOptions, drift: DriftOptions): Promise<void> {
  const meta = BEAT_MODELS.find(({ id }) => id === modelId);
  if (meta === undefined) throw new RangeError(`There is no model ${modelId}.`);
  const model = await loadBeatModel(modelId);
  const beats = exampleBeats(meta.samplesPerBeat);
  await beatDrift(beats, drift);
  const { outputs, threshold } = await model.run(beats, { ...options, parameters: defaultParameters(meta) });
  if (meta.scheme === null) refuseUnlessFinite([threshold ?? NaN, ...outputs]);
  else refuseOtherThanProbabilities(outputs, CLASSES[meta.scheme].length);
}

function refuseUnlessFinite(values: readonly number[]): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new ProblemError("no-finite-answer", `Asked about an example, the model answers ${bad}`, "Choose a model whose weights are finite numbers");
}

function refuseUnlessBetween0And1(values: Float32Array): void {
  if (values.every((value) => value >= 0 && value <= 1)) return;
  throw new ProblemError("no-probabilities", `asked about an example, the network answers ${Array.from(values.subarray(0, 5), (value) => value.toPrecision(3)).join(", ")}, which are no probabilities`, "Choose a network that ends in probabilities: softmax where one class holds, sigmoids where several can");
}

function refuseOtherThanProbabilities(values: Float32Array, classes: number): void {
  refuseUnlessBetween0And1(values);
  for (let from = 0; from < values.length; from += classes) {
    const own = values.subarray(from, from + classes);
    if (Math.abs(own.reduce((sum, value) => sum + value, 0) - 1) > SUM_TOLERANCE) {
      throw new ProblemError("no-probabilities", `asked about an example, the network answers ${Array.from(own, (value) => value.toPrecision(3)).join(", ")}, which do not add up to 1`, "Choose a network that ends in a softmax");
    }
  }
}
