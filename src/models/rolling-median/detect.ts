import { turns } from "../../ecg/progress.ts";
import { sha256 } from "../artifacts/sha256.ts";
import type { Detect } from "../detector.ts";
import { numberValue } from "../parameter-values.ts";
import { meta } from "./meta.ts";
import { ruleScores } from "./rule.ts";

/** Scores every row but each patient's first by the rule in rule.ts. */
export const detect: Detect = async (patients, { parameters, signal, onProgress }) => {
  const [window, floorPercent, pauseShare, threshold] = ["window", "floorPercent", "pauseShare", "threshold"].map((key) => numberValue(meta, parameters, key));
  const options = { window: window % 2 === 1 ? window : window + 1, spreadFloor: floorPercent / 100, pauseShare };
  const total = patients.reduce((sum, { rateBpm }) => sum + rateBpm.length, 0);
  const scores: Float32Array<ArrayBuffer>[] = [];
  let done = 0;
  const takeTurn = turns(signal, (rows) => onProgress({ stage: "Scoring", done: rows, total, unit: "rows" }));
  for (const { rateBpm } of patients) {
    scores.push(ruleScores(rateBpm, options));
    done += rateBpm.length;
    await takeTurn(done);
  }
  const modelHash = await sha256(new TextEncoder().encode(JSON.stringify({ ...options, threshold })));
  return { scores, threshold, modelHash, backend: "JavaScript", warnings: [] };
};
