import { describe, expect, it } from "vitest";
import type { UnusableStretch } from "../../../ecg/recording/recording.ts";
import { leadPreview } from "./lead-preview.ts";

const RATE_HZ = 100;
const lead = (seconds: number, unusableS: readonly (readonly [from: number, to: number])[] = []) => ({
  name: "II",
  samplesMv: Float32Array.from({ length: seconds * RATE_HZ }, (_, i) => i),
  unusable: unusableS.map(([from, to]): UnusableStretch => ({ from: from * RATE_HZ, to: to * RATE_HZ, cause: "flat" })),
});
const fromS = (seconds: number, ...unusable: (readonly [number, number])[]) => leadPreview(lead(seconds, unusable), RATE_HZ, 600).fromS;

describe("the part of a lead that is shown", () => {
  it("is the first ten usable seconds", () => {
    expect(fromS(60)).toBe(0);
    expect(fromS(60, [0, 5])).toBe(5);
    expect(fromS(60, [10, 12])).toBe(0);
    expect(fromS(60, [5, 6], [15, 20], [31, 32])).toBe(20);
  });
  it("is the first ten where none are usable, or all that there is", () => {
    expect(fromS(20, [5, 6], [12, 13])).toBe(0);
    expect(leadPreview(lead(4), RATE_HZ, 600)).toMatchObject({ fromS: 0, toS: 4 });
    expect(leadPreview(lead(4), RATE_HZ, 600).points).toHaveLength(400);
  });
  it("has each column's extremes and no more", () => {
    const { points } = leadPreview(lead(60), RATE_HZ, 100);
    expect(points).toHaveLength(200);
    expect([...points.subarray(0, 4)]).toEqual([0, 9, 10, 19]);
  });
});
