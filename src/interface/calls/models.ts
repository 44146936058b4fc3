import { CLASSES } from "../../ecg/beats/classes.ts";
import { ALL_MODELS } from "../../models/catalog.ts";
import { defaultParameters } from "../../models/detector.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { isBeatModel, isDetector, type ModelMeta } from "../../ui/models/model-kinds.ts";
import type { ModelDescription, ModelSummary } from "../types.ts";
import { anyModel, type CallParts } from "./call-parts.ts";

export const describeModels = (): ModelDescription[] => ALL_MODELS.map(describeModel);

export async function summarizeModel(id: string, { analysis, repository }: Pick<CallParts, "analysis" | "repository">): Promise<ModelSummary> {
  const meta = anyModel(id);
  const { version, files, suspension } = await repository.registry.inUse(meta.id);
  const table = await analysis.layers(meta.id, files);
  return { ...describeModel(meta), version, suspended: suspension?.why ?? null, layers: table?.layers ?? null, totalParameters: table?.totalParameters ?? null };
}

function describeModel(meta: ModelMeta): ModelDescription {
  return { id: meta.id, name: meta.name, sentence: meta.sentence, ...inputAndOutput(meta), parameters: defaultParameters(meta) };
}

function inputAndOutput(meta: ModelMeta): Pick<ModelDescription, "takes" | "samplesPerBeat" | "classes"> {
  const codes = (classes: readonly { readonly code: string }[]) => classes.map(({ code }) => code);
  if (isDetector(meta)) return { takes: "heart-rates", samplesPerBeat: null, classes: null };
  if (isBeatModel(meta)) return { takes: "beats", samplesPerBeat: meta.samplesPerBeat, classes: meta.scheme === null ? null : codes(CLASSES[meta.scheme]) };
  return meta.id === "arrhythmia" ? { takes: "lead", samplesPerBeat: null, classes: codes(CLASSES.aami) } : { takes: "twelve-lead", samplesPerBeat: null, classes: codes(SUPERCLASSES) };
}
