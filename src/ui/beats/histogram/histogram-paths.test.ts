import { describe, expect, it } from "vitest";
import { countTicks, histogramPath, shareOfHeight } from "./histogram-paths.ts";

describe("histogramPath", () => {
  it("steps from bin to bin and draws nothing where there are no beats", () => {
    const path = histogramPath(Uint32Array.of(2, 0, 4, 1), { width: 40, height: 100, highest: 4, scale: "count" });
    expect(path).toBe("M0.0,100V50.0H10.0V100ZM20.0,100V0.0H30.0V75.0H40.0V100Z");
  });

  it("draws a quarter of the count half as high on the square-root scale", () => {
    expect(shareOfHeight(1, 4, "square-root")).toBe(0.5);
    expect(shareOfHeight(1, 4, "count")).toBe(0.25);
    expect(shareOfHeight(0, 0, "count")).toBe(0);
  });
});

describe("countTicks", () => {
  it("are round, ascending and never closer than can be read", () => {
    for (const scale of ["count", "square-root"] as const) {
      for (const highest of [1, 7, 293, 18_118]) {
        const ticks = countTicks(highest, { height: 186, scale });
        expect(ticks[0]).toBe(0);
        const offsets = ticks.map((tick) => 186 * shareOfHeight(tick, highest, scale));
        offsets.slice(1).forEach((offset, i) => expect(offset - offsets[i]).toBeGreaterThanOrEqual(29.9));
        expect(offsets[offsets.length - 1]).toBeLessThanOrEqual(186);
        expect(ticks.length).toBeGreaterThan(1);
      }
    }
  });

  it("are only 0 where there is no beat", () => {
    expect(countTicks(0, { height: 186, scale: "square-root" })).toEqual([0]);
  });
});
