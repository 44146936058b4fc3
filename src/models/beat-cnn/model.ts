import { networkClassifier } from "../beat-classifier/classify.ts";
import { BEAT_CNN_SHAPES } from "./build.ts";
import { meta } from "./meta.ts";

export const model = networkClassifier(meta, BEAT_CNN_SHAPES);
