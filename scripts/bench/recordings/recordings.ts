import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLASSES } from "../../../src/ecg/beats/classes.ts";
import { delineate } from "../../../src/ecg/delineation/delineate.ts";
import { matchPeaks } from "../../../src/ecg/metrics/match-peaks.ts";
import { likeliestClasses } from "../../../src/ecg/metrics/multi-class.ts";
import { detectPeaks } from "../../../src/ecg/peaks/detect-peaks.ts";
import { elgendiPeaks } from "../../../src/ecg/peaks/elgendi.ts";
import { panTompkinsPeaks } from "../../../src/ecg/peaks/pan-tompkins.ts";
import type { JobControl } from "../../../src/ecg/progress.ts";
import { beatClassOf } from "../../../src/ecg/recording/annotation-codes.ts";
import { beatTemplates } from "../../../src/ecg/recording/beat-templates.ts";
import { beatWindows } from "../../../src/ecg/recording/beat-windows.ts";
import { TEMPLATE_WINDOW } from "../../../src/ecg/recording/recording-beats.ts";
import { findRhythmEvents } from "../../../src/ecg/rhythm/rhythm-events.ts";
import { rrSeries } from "../../../src/ecg/rhythm/rr-series.ts";
import { classifyBeats } from "../../../src/models/arrhythmia/model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import { readWfdbRecord } from "../../lib/read-wfdb.ts";
import { findPython } from "../peer.ts";
import { RECORD, writeHalfHour } from "./half-hour.ts";

const control: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };

export const STAGES = ["read", "R peaks", "P, QRS, T", "shapes", "classes", "events"] as const;

/** An R-peak detector on the same half hour. */
export interface DetectorTimes {
  readonly name: string;
  readonly runsS: readonly number[];
  /** of the annotated beats of the shipped ten minutes, and of the detections there, within 150 ms */
  readonly sensitivity: number;
  readonly positivePredictivity: number;
}

export interface RecordingTimes {
  readonly beats: number;
  readonly events: number;
  /** per stage, run by run */
  readonly stagesS: Readonly<Record<(typeof STAGES)[number], readonly number[]>>;
  readonly totalsS: readonly number[];
  readonly detectors: readonly DetectorTimes[];
  /** null where no Python with MNE is in reach */
  readonly mneVersion: string | null;
}

/** Times half an hour of one lead at 360 Hz from file to rhythm events, and its R-peak detector against others. */
export async function benchRecordings({ folder, runs }: { readonly folder: string; readonly runs: number }): Promise<RecordingTimes> {
  installBackends(nodeWasmPaths);
  await writeHalfHour(folder);
  await fromFileToEvents(folder); // not counted: compiles
  const stagesS = Object.fromEntries(STAGES.map((stage) => [stage, [] as number[]])) as Record<(typeof STAGES)[number], number[]>;
  const totalsS: number[] = [];
  let found = { beats: 0, events: 0 };
  for (let run = 0; run < runs; run++) {
    const { seconds, ...counts } = await fromFileToEvents(folder);
    STAGES.forEach((stage, i) => stagesS[stage].push(seconds[i]));
    totalsS.push(seconds.reduce((sum, each) => sum + each, 0));
    found = counts;
  }
  return { ...found, stagesS, totalsS, ...(await benchDetectors(folder, runs)) };
}

async function fromFileToEvents(folder: string): Promise<{ readonly seconds: readonly number[]; readonly beats: number; readonly events: number }> {
  const seconds: number[] = [];
  const timed = async <T>(work: () => T | Promise<T>): Promise<T> => {
    const startMs = performance.now();
    const result = await work();
    seconds.push((performance.now() - startMs) / 1000);
    return result;
  };
  const { leads: [lead], samplingRateHz } = await timed(() => readWfdbRecord(folder, RECORD, control));
  const { samplesMv, unusable } = lead;
  const peakSample = await timed(() => detectPeaks(samplesMv, samplingRateHz, { unusable }));
  await timed(() => delineate(samplesMv, samplingRateHz, peakSample));
  await timed(() => beatTemplates(beatWindows(lead, peakSample, { samplingRateHz, ...TEMPLATE_WINDOW })));
  const options = { ...control, parameters: {}, readArtifact: readArtifactsFrom(SHIPPED_MODELS) };
  const { probabilities } = await timed(() => classifyBeats({ lead, samplingRateHz, peakSample }, options));
  const classes = likeliestClasses(probabilities, CLASSES.aami.length);
  const events = await timed(() => findRhythmEvents(rrSeries(peakSample, { samplingRateHz, unusable, classes })));
  return { seconds, beats: peakSample.length, events: events.length };
}

type Detector = (samplesMv: Float32Array<ArrayBuffer>, samplingRateHz: number) => Uint32Array;

const DETECTORS: readonly { readonly name: string; readonly detect: Detector }[] = [
  { name: "Isoline", detect: detectPeaks },
  { name: "Elgendi 2013, ours", detect: elgendiPeaks },
  { name: "Pan–Tompkins 1985, ours", detect: panTompkinsPeaks },
];

async function benchDetectors(folder: string, runs: number): Promise<Pick<RecordingTimes, "detectors" | "mneVersion">> {
  const { leads: [{ samplesMv }], samplingRateHz } = await readWfdbRecord(folder, RECORD, control);
  const sample = await readWfdbRecord("public/samples", "recording", control);
  if (sample.annotations === null) throw new Error("the sample has no annotations");
  const { sample: marks, code } = sample.annotations;
  const annotated = marks.filter((_, i) => beatClassOf(code[i]) !== null);
  const judged = (name: string, runsS: readonly number[], peaks: Uint32Array): DetectorTimes => {
    const { matched, missed, extra } = matchPeaks(annotated, peaks.filter((peak) => peak < sample.sampleCount), 0.15 * samplingRateHz);
    return { name, runsS, sensitivity: matched / (matched + missed), positivePredictivity: matched / (matched + extra) };
  };
  const detectors = DETECTORS.map(({ name, detect }) => {
    const runsS = Array.from({ length: runs }, () => {
      const startMs = performance.now();
      detect(samplesMv, samplingRateHz);
      return (performance.now() - startMs) / 1000;
    });
    return judged(name, runsS, detect(samplesMv, samplingRateHz));
  });
  const python = findPython(["mne", "numpy"]);
  if (python === null) return { detectors, mneVersion: null };
  const signalFile = join(folder, "signal.f32");
  await writeFile(signalFile, samplesMv);
  const script = fileURLToPath(new URL("./qrs-peer.py", import.meta.url));
  const printed = execFileSync(python, [script, signalFile, String(samplingRateHz), String(runs)], { encoding: "utf8" });
  const { version, seconds, peaks } = JSON.parse(printed) as { readonly version: string; readonly seconds: readonly number[]; readonly peaks: readonly number[] };
  return { detectors: [...detectors, judged(`MNE ${version}`, seconds, Uint32Array.from(peaks))], mneVersion: version };
}
