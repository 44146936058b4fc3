import { describe, expect, it } from "vitest";
import { amplitudeTicks, momentTicks, spanWords } from "./beat-axes.ts";

const at125Hz = { samplesPerBeat: 187, samplingRateHz: 125 };
const stretched = { samplesPerBeat: 140, samplingRateHz: null };

describe("momentTicks", () => {
  it("counts milliseconds where the sampling rate is known", () => {
    expect(momentTicks(at125Hz, 8)).toEqual([0, 25, 50, 75, 100, 125, 150, 175].map((at, i) => ({ at, label: String(i * 200) })));
  });
  it("counts samples from 1 where it is not", () => {
    expect(momentTicks(stretched, 8).map(({ label }) => label)).toEqual(["20", "40", "60", "80", "100", "120", "140"]);
    expect(momentTicks(stretched, 8)[0].at).toBe(19);
  });
  it("has about as many ticks as there is room for", () => {
    for (let wanted = 2; wanted < 20; wanted++) expect(momentTicks(at125Hz, wanted).length).toBeLessThanOrEqual(wanted + 1);
  });
});

it("names a stretch", () => {
  expect(spanWords({ from: 45, to: 55 }, at125Hz)).toBe("360–440 ms");
  expect(spanWords({ from: 45, to: 55 }, stretched)).toBe("samples 46–56");
  expect(spanWords({ from: 3, to: 3 }, stretched)).toBe("sample 4");
});

it("puts round amplitudes on the axis", () => {
  expect(amplitudeTicks({ low: -0.05, high: 1.05 }, 5).map(({ label }) => label)).toEqual(["0.0", "0.5", "1.0"]);
  expect(amplitudeTicks({ low: -4.3, high: 2.1 }, 5).map(({ label }) => label)).toEqual(["-4", "-2", "0", "2"]);
  expect(amplitudeTicks({ low: 1, high: 1 }, 5)).toEqual([{ at: 1, label: "1.00" }]);
});
