import type { JobControl } from "../../ecg/progress.ts";
import type { BeatModel, BeatModelId } from "../beat-model.ts";
import { ALL_MODELS, BEAT_MODELS, DETECTORS } from "../catalog.ts";
import { defaultParameters, type Detect, type DetectorId, type DetectorOptions, type ReadArtifact } from "../detector.ts";
import type { ModelId } from "../model-id.ts";
import type { ClassifyBeats, Diagnose } from "../recording-model.ts";
import type { KnownInput } from "./known-answer.ts";

/** Where the computing part of each kind of model comes from. */
export interface ModelLoaders {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly loadBeatModel: (id: BeatModelId) => Promise<BeatModel>;
  readonly loadArrhythmiaModel: () => Promise<ClassifyBeats>;
  readonly loadTwelveLeadModel: () => Promise<Diagnose>;
  readonly readArtifact: ReadArtifact;
}

export interface GivenAnswer {
  readonly outputs: Float32Array;
  readonly modelHash: string;
  readonly backend: string;
}

/** What a shipped model gives for a known input: scores, probabilities or errors. Throws what the model throws, the signal's reason once aborted, and an Error for input of another kind of model. */
export async function answerKnownInput(modelId: ModelId, input: KnownInput, { readArtifact, signal, ...load }: ModelLoaders & Pick<JobControl, "signal">): Promise<GivenAnswer> {
  const meta = ALL_MODELS.find(({ id }) => id === modelId);
  const options: DetectorOptions = { parameters: meta === undefined ? {} : defaultParameters(meta), readArtifact, onProgress: () => undefined, signal };
  const detector = DETECTORS.find(({ id }) => id === modelId);
  if (input.kind === "heart-rates" && detector !== undefined) {
    const detect = await load.loadDetector(detector.id);
    const run = await detect([{ patientId: "known", timeS: Float64Array.from(input.timeS), rateBpm: Float64Array.from(input.rateBpm), given: null }], options);
    return { ...run, outputs: run.scores[0] };
  }
  const beatModel = BEAT_MODELS.find(({ id }) => id === modelId);
  if (input.kind === "beats" && beatModel !== undefined) {
    const { run } = await load.loadBeatModel(beatModel.id);
    const { samplesPerBeat } = input;
    return run({ count: input.samples.length / samplesPerBeat, samplesPerBeat, samples: Float32Array.from(input.samples) }, options);
  }
  if (input.kind === "lead" && modelId === "arrhythmia") {
    const classify = await load.loadArrhythmiaModel();
    const lead = { name: "MLII", samplesMv: millivolts(input.samplesUv), unusable: [] };
    const classes = await classify({ lead, samplingRateHz: input.samplingRateHz, peakSample: Uint32Array.from(input.peakSample) }, options);
    return { ...classes, outputs: classes.probabilities };
  }
  if (input.kind === "twelve-lead" && modelId === "twelve-lead") {
    const diagnose = await load.loadTwelveLeadModel();
    const diagnosis = await diagnose({ leads: input.leadsUv.map(millivolts), samplingRateHz: input.samplingRateHz, patient: input.patient }, options);
    return { ...diagnosis, outputs: diagnosis.probabilities };
  }
  throw new Error(`${modelId} takes no known input of the kind ${input.kind}.`);
}

const millivolts = (microvolts: readonly number[]): Float32Array<ArrayBuffer> => Float32Array.from(microvolts, (value) => value / 1000);
