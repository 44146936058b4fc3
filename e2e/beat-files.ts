/** Beat tables as users have them, made from the real beats of the samples. */
import { readFileSync } from "node:fs";
import { lines, textFile, type TestFile } from "./heart-rate-files.ts";

const sample = (name: string): string[] => readFileSync(new URL(`../public/samples/${name}`, import.meta.url), "utf8").trimEnd().split("\n");

/** Lines of the heartbeat sample: 187 samples and the class. */
export const heartbeatLines = (): string[] => sample("heartbeats.csv");

/** Lines of the ECG5000 sample: the class and 140 samples. */
export const ecg5000Lines = (): string[] => sample("ecg5000.tsv");

/** ECG5000 as the TensorFlow tutorial writes it: 140 samples, then 1 for normal and 0 for an anomaly. */
export function tutorialFile(beats: number): TestFile {
  const rows = ecg5000Lines().slice(0, beats).map((line) => {
    const [label, ...samples] = line.split("\t");
    return [...samples, label === "1" ? "1.0" : "0.0"].join(",");
  });
  return textFile("ecg.csv", lines(...rows));
}

/** Beats of the heartbeat CSV labelled 0 where they are normal and 1 where they are not, as the PTB files are. */
export function ptbFile(beats: number): TestFile {
  const rows = heartbeatLines().slice(0, beats).map((line) => line.replace(/[1-4]$/, "1"));
  return textFile("ptbdb.csv", lines(...rows));
}

/** Beats at twice the sampling rate: 374 samples and the class, as no model takes them. */
export function finerFile(beats: number): TestFile {
  const rows = heartbeatLines().slice(0, beats).map((line) => {
    const cells = line.split(",");
    return [...cells.slice(0, -1).flatMap((cell) => [cell, cell]), cells.at(-1)].join(",");
  });
  return textFile("finer.csv", lines(...rows));
}
