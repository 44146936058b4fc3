import type * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import { modelOfBytes } from "../artifacts/layers-model.ts";
import type { ReadArtifact } from "../detector.ts";
import { readWeights, writeWeights } from "./model-weights.ts";

/**
 * Gives `model` the weights of a version of the same network. Throws the ProblemError "unfit-start" where its layers have other
 * shapes, as after another choice of its sizes, and "broken-model".
 */
export async function startFrom(model: tf.LayersModel, readArtifact: ReadArtifact, modelId: string): Promise<void> {
  const [topology, weights] = await Promise.all([readArtifact(`${modelId}/model.json`), readArtifact(`${modelId}/weights.bin`)]);
  const version = await modelOfBytes({ topology, weights }, { file: `${modelId}/model.json`, advice: "Start from scratch" });
  try {
    const shapes = (of: tf.LayersModel) => of.getWeights().map(({ shape }) => shape.join("×")).join(", ");
    if (shapes(version) !== shapes(model)) {
      throw new ProblemError("unfit-start", "the version to start from has layers of other sizes than these parameters give", "Set the sizes that it was trained with, or start from scratch", { file: `${modelId}/model.json` });
    }
    writeWeights(model, await readWeights(version));
  } finally {
    version.dispose();
  }
}
