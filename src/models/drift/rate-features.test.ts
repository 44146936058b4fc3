import { describe, expect, it } from "vitest";
import { readSampleTable } from "../fixtures/sample-table.ts";
import { RATE_FEATURES, rateFeatures } from "./rate-features.ts";

describe("rateFeatures", () => {
  it("are the rate, the change of the RR interval and the local spread, as logarithms", () => {
    const [rate, change, spread] = rateFeatures({ rateBpm: Float64Array.of(60, 75, 60, 0, 60) });
    expect(Array.from(rate, (value) => 2 ** value)).toEqual([60, 75, 60, 0.01, 60].map((bpm) => expect.closeTo(bpm, 9) as number));
    expect(Array.from(change, (value) => 2 ** value)).toEqual([NaN, expect.closeTo(200, 6) as number, expect.closeTo(200, 6) as number, NaN, NaN]);
    expect(spread.every((value) => value === Math.log2(0.1))).toBe(true);
  });

  it("are the same at every so many-th row, whichever way they are computed", async () => {
    const { patients: [patient] } = await readSampleTable();
    const all = rateFeatures(patient);
    const some = rateFeatures(patient, 7);
    for (const feature of RATE_FEATURES.keys()) expect(some[feature]).toEqual(all[feature].filter((_, row) => row % 7 === 0));
  });

  it("are missing where there is no rate at all", () => {
    expect(rateFeatures({ rateBpm: Float64Array.of(NaN, NaN) })).toEqual(RATE_FEATURES.map(() => Float64Array.of(NaN, NaN)));
  });
});
