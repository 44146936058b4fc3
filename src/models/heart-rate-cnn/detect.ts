import { turns } from "../../ecg/progress.ts";
import { loadLayersModel } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ModelCard } from "../card.ts";
import type { Detect } from "../detector.ts";
import { CNN_SHAPES } from "./build.ts";
import { meta } from "./meta.ts";
import { scoreBeats } from "./score.ts";
import { relativeRates } from "./windows.ts";

/** Scores each beat but a patient's first by its window; the threshold is the card's. */
export const detect: Detect = async (patients, { readArtifact, signal, onProgress }) => {
  const backend = await chooseBackend();
  const { threshold } = JSON.parse(new TextDecoder().decode(await readArtifact(`${meta.id}/card.json`))) as ModelCard;
  const relative: Float32Array[] = [];
  const takeTurn = turns(signal, (done) => onProgress({ stage: "Preparing", done, total: patients.length, unit: "patients" }));
  for (const { rateBpm } of patients) {
    relative.push(relativeRates(rateBpm));
    await takeTurn(relative.length);
  }
  const { model, sha256 } = await loadLayersModel(readArtifact, meta.id, CNN_SHAPES);
  try {
    const scores = await scoreBeats(model, relative, { signal, onProgress });
    return { scores, threshold, modelHash: sha256, backend: backend.name, warnings: [] };
  } finally {
    model.dispose();
  }
};
