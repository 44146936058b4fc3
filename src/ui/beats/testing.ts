import type { BeatCheckRecord, LoadedBeatCheck } from "../../db/records.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import { beatView, predictionsOf, type BeatView } from "./beat-view.ts";

/** `label.length` beats of three samples each, for tests; beat b holds b, b + 0.5, b. */
export function testBeats(label: readonly number[], scheme: Beats["scheme"]): Beats {
  return {
    count: label.length,
    samplesPerBeat: 3,
    samples: Float32Array.from(label.flatMap((_, beat) => [beat, beat + 0.5, beat])),
    scheme,
    label: Uint8Array.from(label),
    file: new Uint16Array(label.length),
    line: Uint32Array.from(label, (_, beat) => beat + 1),
  };
}

/** A check of `testBeats`; a classifier of the AAMI classes where nothing else is said. */
export function testBeatCheck(beats: Beats, outputs: readonly number[], part: Partial<BeatCheckRecord> = {}): LoadedBeatCheck {
  return {
    kind: "beats",
    beats,
    outputs: Float32Array.from(outputs),
    record: {
      kind: "beats", id: "check", signalsId: "signals", name: "beats.csv", createdAt: "2026-11-21T06:00:00.000Z",
      files: [{ name: "beats.csv", bytes: 1, sha256: "aa", rows: beats.count }], form: "heartbeat-csv",
      rows: beats.count, labelled: beats.scheme !== null, findings: [], samplesPerBeat: beats.samplesPerBeat, scheme: beats.scheme,
      samplingRateHz: 125, resampledFrom: null, detectorId: "beat-cnn", modelVersion: 1, modelScheme: "aami", parameters: {}, modelHash: "bb",
      backend: "JavaScript", appVersion: "0.1.0", durationMs: 1, warnings: [], confusion: null, predicted: 0,
      shippedThreshold: null, threshold: null, ...part,
    },
  };
}

/** A check as its screens show it, with nothing relabelled where nothing else is said. */
export function testBeatView(check: LoadedBeatCheck, threshold: number | null = null, relabels: ReadonlyMap<number, number> = new Map()): BeatView {
  const { beats, outputs, record: { scheme, modelScheme } } = check;
  return beatView(check, predictionsOf({ beats, outputs, scheme, modelScheme }, threshold), relabels);
}
