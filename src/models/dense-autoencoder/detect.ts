import { publishedInputs } from "../../ecg/heart-rate/published-features.ts";
import { quantileOfSorted } from "../../ecg/numeric/quantile.ts";
import { loadLayersModel } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { Detect } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import { AUTOENCODER_SHAPES } from "./build.ts";
import { meta } from "./meta.ts";
import { reconstructionErrors, stackRows } from "./reconstruction-error.ts";

/** The errors of all training rows in ascending order, float32 in little-endian order: any quantile of them can be taken exactly. */
export const TRAINING_ERRORS_FILE = "training-errors.bin";

/** Scores each row by its reconstruction error; a patient's first row, which has no difference, is not scored. */
export const detect: Detect = async (patients, { parameters, readArtifact, signal, onProgress }) => {
  const backend = await chooseBackend();
  const { inputs, rowsOfPatient } = stackRows(patients.map(publishedInputs));
  const trainingErrors = new Float32Array(await readArtifact(`${meta.id}/${TRAINING_ERRORS_FILE}`));
  const { model, sha256 } = await loadLayersModel(readArtifact, meta.id, AUTOENCODER_SHAPES);
  try {
    const errors = await reconstructionErrors(model, inputs, { signal, onProgress });
    let next = 0;
    const scores = patients.map(({ rateBpm }, patient) => {
      const score = new Float32Array(rateBpm.length).fill(NaN);
      for (const row of rowsOfPatient[patient]) score[row] = errors[next++];
      return score;
    });
    const threshold = quantileOfSorted(trainingErrors, numberValue(meta, parameters, "lossQuantile"));
    return { scores, threshold, modelHash: sha256, backend: backend.name, warnings: [] };
  } finally {
    model.dispose();
  }
};
