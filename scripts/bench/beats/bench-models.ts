import { CLASSES } from "../../../src/ecg/beats/classes.ts";
import type { BeatModelId, BeatModelMeta } from "../../../src/models/beat-model.ts";
import type { Shape } from "../../../src/models/artifacts/layers-model.ts";
import { BEAT_MODELS } from "../../../src/models/catalog.ts";
import type { Convolutions } from "../onnx/translate-layer.ts";

export const isNetwork = ({ id }: BeatModelMeta): boolean => id !== "boosted-trees";

export function metaOf(id: BeatModelId): BeatModelMeta {
  const meta = BEAT_MODELS.find((each) => each.id === id);
  if (meta === undefined) throw new Error(`there is no model ${id}`);
  return meta;
}

/** What a network takes and gives: an autoencoder redraws the beat, a classifier names a class. */
export function networkShapes(id: BeatModelId): { readonly input: Shape; readonly output: Shape } {
  const { samplesPerBeat, scheme } = metaOf(id);
  const input = [null, samplesPerBeat, 1];
  return { input, output: scheme === null ? input : [null, CLASSES[scheme].length] };
}

/** Where the bench page finds a network exported to ONNX, and beats of some length. */
export const onnxFile = (id: BeatModelId, convolutions: Convolutions): string => `onnx/${id}-${convolutions}.onnx`;
export const beatsFile = (samplesPerBeat: number): string => `beats/${samplesPerBeat}.bin`;
