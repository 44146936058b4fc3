import { precisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { JobControl } from "../ecg/progress.ts";
import type { Detect, DetectorId, ReadArtifact } from "../models/detector.ts";
import type { CheckOutcome, CheckRequest } from "./protocol.ts";

export interface CheckParts extends JobControl {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly readArtifact: ReadArtifact;
}

/** Runs one detector over all patients and measures it against the file's labels, where there are any. */
export async function runCheck(
  { detectorId, parameters, patients }: CheckRequest,
  { loadDetector, ...control }: CheckParts,
): Promise<CheckOutcome> {
  const startMs = performance.now();
  const detect = await loadDetector(detectorId);
  const run = await detect(patients, { ...control, parameters });
  const curve = precisionRecallCurve(patients.map(({ label }) => label), run.scores);
  control.signal.throwIfAborted();
  return { kind: "checked", result: { ...run, curve, durationMs: performance.now() - startMs } };
}
