import { expect, it } from "vitest";
import { keyedTime } from "./caliper-keys.ts";

const lead = { samplingRateHz: 100, peakSample: Uint32Array.of(100, 180) };
const moved = (key: string, timeS: number, shiftKey = false) => keyedTime({ key, shiftKey }, timeS, lead);

it("moves by samples and from R peak to R peak, and stays where there is none", () => {
  expect(moved("ArrowRight", 1.5)).toBe(1.51);
  expect(moved("ArrowLeft", 1.5, true)).toBe(1.4);
  expect(moved("PageDown", 1)).toBe(1.8);
  expect(moved("PageDown", 1.8)).toBe(1.8);
  expect(moved("PageUp", 1.8)).toBe(1);
  expect(moved("PageUp", 0.5)).toBe(0.5);
  expect(moved("Tab", 1)).toBeNull();
});
