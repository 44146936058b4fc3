import { describe, expect, it } from "vitest";
import type { ShownSeries } from "./protocol.ts";
import { SeriesCache } from "./series-cache.ts";

const BYTES_PER_ROW = 17;
const series = (rows: number): ShownSeries => ({
  timeS: new Float64Array(rows),
  rateBpm: new Float64Array(rows),
  label: new Uint8Array(rows),
  score: null,
});

describe("SeriesCache", () => {
  it("lets go of the series longest unused when the limit is passed", () => {
    const cache = new SeriesCache(2 * 10 * BYTES_PER_ROW);
    cache.set("a", series(10));
    cache.set("b", series(10));
    cache.get("a");
    cache.set("c", series(10));
    expect(["a", "b", "c"].map((key) => cache.get(key) !== null)).toEqual([true, false, true]);
  });

  it("keeps the newest even when it alone passes the limit", () => {
    const cache = new SeriesCache(5 * BYTES_PER_ROW);
    cache.set("small", series(5));
    cache.set("large", series(50));
    expect(cache.get("small")).toBeNull();
    expect(cache.get("large")?.timeS).toHaveLength(50);
  });

  it("counts a series that replaces another of its key once", () => {
    const cache = new SeriesCache(2 * 10 * BYTES_PER_ROW);
    for (let turn = 0; turn < 5; turn++) cache.set("a", series(10));
    cache.set("b", series(10));
    expect(cache.get("a")).not.toBeNull();
    expect(cache.get("b")).not.toBeNull();
  });
});
