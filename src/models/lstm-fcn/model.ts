import { networkClassifier } from "../beat-classifier/classify.ts";
import { LSTM_FCN_SHAPES } from "./build.ts";
import { meta } from "./meta.ts";

export const model = networkClassifier(meta, LSTM_FCN_SHAPES);
