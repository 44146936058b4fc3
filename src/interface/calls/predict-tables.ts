import { CLASSES } from "../../ecg/beats/classes.ts";
import { classJson, errorJson, heartRateJson } from "../../ecg/export/answer-json.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { DEFAULT_DETECTOR, defaultBeatModel } from "../../models/catalog.ts";
import { chooseVersion } from "../../ui/models/choose-version.ts";
import { refused } from "../call-error.ts";
import type { HeartRates, ManyBeats } from "../schemas/predict-input.ts";
import type { BeatsAnswer, HeartRatesAnswer } from "../types.ts";
import { beatModel, detector, done, factsOf, parametersOf, quietly, type CallParts } from "./call-parts.ts";

export async function predictBeats({ beats: given, parameters, ...input }: ManyBeats, { analysis, repository }: CallParts): Promise<BeatsAnswer> {
  const samplesPerBeat = given[0].length;
  const id = input.model ?? defaultBeatModel(samplesPerBeat);
  if (id === null) throw refused("wrong-beat-length", `No model takes beats of ${samplesPerBeat} samples`, "The call models says which lengths there are");
  const meta = beatModel(id);
  const samples = new Float32Array(given.length * samplesPerBeat);
  given.forEach((beat, index) => samples.set(beat, index * samplesPerBeat));
  const { modelVersion, ...version } = await chooseVersion(repository, meta);
  const request = { ...version, modelId: meta.id, parameters: parametersOf(meta, parameters), beats: { count: given.length, samplesPerBeat, samples } };
  const { result } = done(await analysis.checkBeats(request, quietly.onProgress, quietly.signal));
  const facts = factsOf(meta.id, modelVersion, result);
  if (meta.scheme !== null) return { ...facts, ...classJson(result.outputs, CLASSES[meta.scheme]) };
  return { ...facts, ...errorJson(result.outputs, result.threshold ?? Infinity) };
}

export async function predictHeartRates({ patients: given, parameters, model }: HeartRates, { analysis, repository }: CallParts): Promise<HeartRatesAnswer> {
  const meta = detector(model ?? DEFAULT_DETECTOR);
  const patients = given.map((patient) => ({ ...patient, given: null, label: new Uint8Array(patient.timeS.length).fill(UNLABELLED) }));
  const { modelVersion, ...version } = await chooseVersion(repository, meta);
  const request = { ...version, detectorId: meta.id, parameters: parametersOf(meta, parameters), patients };
  const { result } = done(await analysis.check(request, quietly.onProgress, quietly.signal));
  return { ...factsOf(meta.id, modelVersion, result), ...heartRateJson(given, result) };
}
