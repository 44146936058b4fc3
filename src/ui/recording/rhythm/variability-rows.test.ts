import { expect, it } from "vitest";
import { heartRateVariability } from "../../../ecg/rhythm/hrv.ts";
import { rrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { variabilityRows } from "./variability-rows.ts";

/** Beats whose intervals are 980 and 1020 ms in turn. */
const rowsOf = (beats: number) => {
  const peaks = Uint32Array.from({ length: beats }, (_, beat) => beat * 1000 + (beat % 2 === 0 ? 0 : 20));
  return new Map(variabilityRows(heartRateVariability(rrSeries(peaks, { samplingRateHz: 1000 }))).map(({ name, figure }) => [name, figure]));
};

it("prints every figure of a recording that is long enough", () => {
  const rows = rowsOf(401);
  expect([...rows.values()].every(({ kind }) => kind === "value")).toBe(true);
  expect(rows.get("Mean NN rate")).toEqual({ kind: "value", text: "60.0/min" });
  expect(rows.get("RMSSD")).toEqual({ kind: "value", text: "40.0 ms" });
  expect(rows.get("pNN50")).toEqual({ kind: "value", text: "0.0 %" });
});

it("says what a shorter one lacks", () => {
  const rows = rowsOf(101);
  expect(rows.get("SDNN")).toEqual({ kind: "none", reason: "needs 5 minutes of NN intervals; there are 1 min 40 s" });
  expect(rows.get("RMSSD")?.kind).toBe("value");
  expect(rowsOf(31).get("SD1")).toEqual({ kind: "none", reason: "needs 1 minute of NN intervals; there are 30.0 s" });
});

it("says so where nothing is NN", () => {
  expect(rowsOf(1).get("Mean NN rate")).toEqual({ kind: "none", reason: "no NN intervals" });
});
