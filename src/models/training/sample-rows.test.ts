import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ecg5000SampleRows, heartbeatSampleRows } from "./sample-rows.ts";

const shipped = (name: string) => readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url), "utf8").trimEnd().split("\n");

it("draws different heartbeats, in the file's order, as many as ship", () => {
  const rows = heartbeatSampleRows(10_944);
  expect([...new Set(rows)].sort((a, b) => a - b)).toEqual([...rows]);
  expect(rows.at(-1)).toBeLessThan(10_944);
  expect(shipped("heartbeats.csv")).toHaveLength(rows.length);
});

it("draws half normal, half anomalous beats of ECG5000, as many as ship", () => {
  const label = Uint8Array.from({ length: 5000 }, (_, row) => (row < 2919 ? 0 : 1));
  const rows = ecg5000SampleRows(label);
  expect([rows.length, rows.filter((row) => label[row] === 0).length]).toEqual([290, 145]);
  const normal = shipped("ecg5000.tsv").filter((line) => line.startsWith("1\t"));
  expect([shipped("ecg5000.tsv").length, normal.length]).toEqual([290, 145]);
});
