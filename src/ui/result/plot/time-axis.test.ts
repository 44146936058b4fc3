import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoment, formatSpan, timeScaleOf, timeTicks } from "./time-axis.ts";

const labels = (fromS: number, toS: number, scale: "elapsed" | "date" | "row", maxTicks: number) =>
  timeTicks({ fromS, toS }, scale, maxTicks).map(({ label }) => label);

describe("timeTicks", () => {
  it("counts a recording in h:mm:ss, with tenths where it needs them", () => {
    expect(labels(0, 1800, "elapsed", 6)).toEqual(["0:00:00", "0:05:00", "0:10:00", "0:15:00", "0:20:00", "0:25:00", "0:30:00"]);
    expect(labels(581.1, 582.2, "elapsed", 6)).toEqual(["0:09:41.2", "0:09:41.4", "0:09:41.6", "0:09:41.8", "0:09:42.0", "0:09:42.2"]);
  });

  it("writes the date on the first tick and on each new day", () => {
    const evening = Date.UTC(2026, 10, 21, 20) / 1000;
    expect(labels(evening, evening + 8 * 3600, "date", 5)).toEqual(["21 Nov 20:00", "22:00", "22 Nov 00:00", "02:00", "04:00"]);
    expect(labels(evening, evening + 20, "date", 5)).toEqual(["21 Nov 20:00:00", "20:00:05", "20:00:10", "20:00:15", "20:00:20"]);
    expect(labels(evening, evening + 3 * 86_400, "date", 5)).toEqual(["22 Nov", "23 Nov", "24 Nov"]);
  });

  it("counts rows in whole numbers", () => {
    expect(labels(0, 4000, "row", 5)).toEqual(["0", "1,000", "2,000", "3,000", "4,000"]);
    expect(labels(10, 13, "row", 8)).toEqual(["10", "11", "12", "13"]);
  });

  it("lies in the range, ascends, and never exceeds the number asked for by more than the one at the edge", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 2e9, noNaN: true }),
        fc.double({ min: 0.5, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom("elapsed" as const, "date" as const, "row" as const),
        (fromS, spanS, maxTicks, scale) => {
          const ticks = timeTicks({ fromS, toS: fromS + spanS }, scale, maxTicks);
          expect(ticks.length).toBeLessThanOrEqual(maxTicks + 1);
          const rounding = 0.001 + 1e-6 * spanS;
          ticks.forEach(({ timeS }, i) => {
            expect(timeS).toBeGreaterThanOrEqual(fromS - rounding);
            expect(timeS).toBeLessThanOrEqual(fromS + spanS + rounding);
            if (i > 0) expect(timeS).toBeGreaterThan(ticks[i - 1].timeS);
          });
        },
      ),
    );
  });
});

describe("moments and spans", () => {
  it("are written as the file's kind of time", () => {
    expect(formatMoment(581.3, "elapsed")).toBe("0:09:41.3");
    expect(formatMoment(Date.UTC(2026, 10, 21, 14, 5, 3, 250) / 1000, "date")).toBe("21 Nov 2026, 14:05:03.3");
    expect(formatMoment(1024, "row")).toBe("row 1,024");
  });
  it.each([[0, "0.0 s"], [1.26, "1.3 s"], [250, "4 min 10 s"], [7260, "2 h 1 min"]])("%f s is %s", (spanS, text) => {
    expect(formatSpan(spanS, "elapsed")).toBe(text);
  });
  it("takes large numbers for seconds since 1970", () => {
    expect(timeScaleOf("seconds", Float64Array.of(1.7e9))).toBe("date");
    expect(timeScaleOf("seconds", Float64Array.of(12.5))).toBe("elapsed");
    expect(timeScaleOf("milliseconds", Float64Array.of(1.7e9, 1.77e15))).toBe("elapsed");
    expect(timeScaleOf("clock", Float64Array.of(12.5))).toBe("elapsed");
    expect(timeScaleOf("iso", Float64Array.of(0))).toBe("date");
    expect(timeScaleOf("row", Float64Array.of(0))).toBe("row");
  });
});
