import { describe, expect, it } from "vitest";
import { estimateClock, likelyRate, SampleClock, type ClockEstimate } from "./sample-clock.ts";

const times = (count: number, of: (i: number) => number) => Float64Array.from({ length: count }, (_, i) => of(i));

function estimated(all: Float64Array): ClockEstimate {
  const estimate = estimateClock(all);
  if (estimate === null) throw new Error("No clock in these times.");
  return estimate;
}

/** The clock after all times, and what it said of those it did not take as going on. */
function follow(all: Float64Array, wrapsAfter: number | null = null) {
  const clock = new SampleClock(estimated(all.subarray(0, 2000)), wrapsAfter);
  const odd = [...all].flatMap((time, i) => { const said = clock.add(time, i + 1); return said === "on" ? [] : [`${i + 1} ${said}`]; });
  return { clock, odd };
}

describe("estimateClock", () => {
  it.each([
    ["exact", times(1000, (i) => i / 250), 1 / 250],
    ["rounded to milliseconds", times(1000, (i) => Math.round((1000 * i) / 360)), 1000 / 360],
    ["coarser than the sampling", times(3000, (i) => Math.floor(i / 2.5) * 10), 4],
    ["with gaps", times(1000, (i) => 4 * i + (i > 300 ? 1000 : 0) + (i > 500 ? 8 : 0)), 4],
  ])("times %s", (_, all, period) => expect(estimated(all).period / period).toBeCloseTo(1, 2));

  it("has nothing to say of fewer than two different times", () => {
    for (const all of [[], [1], [1, 1, 1], [NaN, 2, NaN]]) expect(estimateClock(Float64Array.from(all))).toBeNull();
  });
});

describe("SampleClock", () => {
  it("finds no gap where a clock becomes coarser later on, as numbers of six digits do", () => {
    const { clock, odd } = follow(times(400_000, (i) => Number((i / 360).toPrecision(6))));
    expect(clock.gaps).toEqual([]);
    expect(odd).toEqual([]);
    expect(1 / clock.period).toBeCloseTo(360, 1);
  });

  it("measures the jitter, and takes it as no gap", () => {
    const { clock } = follow(times(20_000, (i) => i / 130 + 0.0005 * Math.sin(i * i)));
    expect(clock.gaps).toEqual([]);
    expect(1 / clock.period).toBeCloseTo(130, 2);
    expect(clock.jitter).toBeGreaterThan(0.0003);
    expect(clock.jitter).toBeLessThan(0.0008);
  });

  it("tells a step back from a little one, and midnight from both", () => {
    expect(follow(times(100, (i) => (i === 50 ? 48.8 : i))).odd).toEqual(["51 slightly-back"]);
    expect(follow(times(100, (i) => (i >= 50 ? i - 40 : i))).odd).toEqual(["51 back"]);
    expect(follow(times(100, (i) => (86_399.8 + i / 250) % 86_400), 86_400)).toMatchObject({ odd: [], clock: { gaps: [] } });
  });

  it("goes on where times are missing", () => {
    const { clock } = follow(times(100, (i) => (i % 7 === 3 || (i > 40 && i < 60) ? NaN : i)));
    expect(clock.gaps).toEqual([]);
    expect(clock.period).toBe(1);
  });
});

it("likelyRate is a whole number only where that does not move the last sample", () => {
  expect(likelyRate(359.995, { steps: 18_000, roundedBy: 0.5 })).toBe(360);
  expect(likelyRate(130.03, { steps: 1_000_000, roundedBy: 0.5 })).toBe(130.03);
  expect(likelyRate(0.2, { steps: 10, roundedBy: 0.5 })).toBe(0.2);
});
