import { describe, expect, it } from "vitest";
import { heartRateVariability } from "./hrv.ts";
import { poincareEllipse, poincarePairs } from "./poincare.ts";
import { classesOf, repeated, seriesOf } from "./testing.ts";

describe("poincarePairs", () => {
  it("pairs each interval with the next", () => {
    const { beat, intervalMs, nextMs, isNormal } = poincarePairs(seriesOf([800, 500, 1100, 800], { classes: classesOf("NNVNN") }));
    expect([...beat]).toEqual([1, 2, 3]);
    expect([...intervalMs]).toEqual([800, 500, 1100]);
    expect([...nextMs]).toEqual([500, 1100, 800]);
    expect([...isNormal]).toEqual([0, 0, 0]);
  });
  it("pairs nothing across an unusable stretch", () => {
    const { beat } = poincarePairs(seriesOf([800, 800, 800, 800], { unusable: [{ from: 1700, to: 1900 }] }));
    expect([...beat]).toEqual([1]);
  });
  it("has as many NN pairs as heart-rate variability counts", () => {
    const rr = seriesOf([...repeated(800, 50), 500, 1100, ...repeated(820, 50)], { classes: classesOf(`${"N".repeat(51)}V${"N".repeat(51)}`) });
    expect(poincarePairs(rr).isNormal.reduce((sum, own) => sum + own, 0)).toBe(heartRateVariability(rr).nnPairs);
  });
});

describe("poincareEllipse", () => {
  it("lies about the mean of the NN pairs alone", () => {
    const rr = seriesOf([...Array.from({ length: 500 }, (_, i) => (i % 2 === 0 ? 780 : 820)), 2000, 800]);
    const ellipse = poincareEllipse(poincarePairs(rr), heartRateVariability(rr));
    expect(ellipse?.centreMs.interval).toBeCloseTo(800, 0);
    expect(ellipse?.centreMs.next).toBeCloseTo(800, 0);
    expect(ellipse?.sd1Ms).toBeCloseTo(40 / Math.SQRT2, 0);
    expect(ellipse?.sd2Ms).toBeCloseTo(0, 6);
  });
  it("is not drawn of a short recording", () => {
    const rr = seriesOf(repeated(800, 20));
    expect(poincareEllipse(poincarePairs(rr), heartRateVariability(rr))).toBeNull();
  });
});
