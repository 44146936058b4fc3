import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAIN_MM_PER_MV, SPEED_MM_PER_S, STRIP_MM, STRIP_S, stripPaths, stripX } from "./strip-paths.ts";

const points = (path: string) => Array.from(path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);
const flat = (length: number, at: Readonly<Record<number, number>> = {}) => Float32Array.from({ length }, (_, i) => at[i] ?? 0);
const strip = (samplesMv: Float32Array<ArrayBuffer>, fromS = 0, unusable: Parameters<typeof stripPaths>[0]["lead"]["unusable"] = []) => stripPaths({ lead: { samplesMv, unusable }, samplingRateHz: 100, fromS });

describe("stripPaths", () => {
  it("draws a second 25 mm wide and a millivolt 10 mm high", () => {
    const { trace } = strip(flat(1000, { 100: 1, 200: -0.5 }));
    const [baseline, up, down] = [0, 100, 200].map((sample) => points(trace)[sample]);
    expect(up[0] - baseline[0]).toBeCloseTo(25, 6);
    expect(down[0] - up[0]).toBeCloseTo(25, 6);
    expect(baseline[1] - up[1]).toBeCloseTo(10, 6);
    expect(down[1] - baseline[1]).toBeCloseTo(5, 6);
  });

  it("has a pulse of 1 mV before the trace, from the trace's own baseline", () => {
    const { pulse, trace } = strip(flat(1000));
    expect(pulse).toBe(`M1,${points(trace)[0][1]}h1v-10h5v10h1`);
    expect(points(trace)[0][0]).toBe(STRIP_MM.pulseMm);
  });

  it("is as high as the trace needs in whole bold squares, and says what it cuts off", () => {
    expect(strip(flat(1000))).toMatchObject({ heightMm: 20, isCut: false });
    expect(strip(flat(1000, { 5: 2.2 }))).toMatchObject({ heightMm: 30, isCut: false });
    expect(strip(flat(1000, { 5: 9 }))).toMatchObject({ heightMm: 45, isCut: true });
  });

  it("rules every millimetre, every fifth bold", () => {
    const { fineGrid, boldGrid, heightMm } = strip(flat(1000));
    const lines = (path: string) => path.split("M").length - 1;
    expect(lines(fineGrid) + lines(boldGrid)).toBe(STRIP_MM.widthMm + 1 + heightMm + 1);
    expect(boldGrid).toContain(`M${STRIP_MM.pulseMm},0V`);
    expect(boldGrid).toContain(`M${STRIP_MM.pulseMm + 5},0V`);
  });

  it("breaks the line where samples are missing, and marks what is unusable", () => {
    const { trace, unusable } = strip(flat(1000), 1, [{ from: 150, to: 200, cause: "missing" }, { from: 300, to: 350, cause: "flat" }, { from: 900, to: 990, cause: "missing" }]);
    expect(trace.match(/M/g)).toHaveLength(2);
    expect(points(trace).some(([x]) => x > 20.6 && x < 32.9)).toBe(false);
    expect(unusable).toEqual([{ leftMm: 20.5, widthMm: 12.5, cause: "missing" }, { leftMm: 58, widthMm: 12.5, cause: "flat" }]);
  });

  it("has every sample of its stretch at its place, within the paper's width", () => {
    const scene = fc.record({
      mv: fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 400 }),
      samplingRateHz: fc.constantFrom(30, 130, 250, 512.414),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(scene, ({ mv, samplingRateHz, share }) => {
        const samplesMv = Float32Array.from(mv);
        const fromS = (share * samplesMv.length) / samplingRateHz;
        const { trace, heightMm } = stripPaths({ lead: { samplesMv, unusable: [] }, samplingRateHz, fromS });
        const drawn = points(trace);
        const inside = [...samplesMv.keys()].filter((sample) => sample >= Math.ceil(fromS * samplingRateHz) && sample <= Math.floor((fromS + STRIP_S) * samplingRateHz));
        expect(drawn).toHaveLength(inside.length);
        drawn.forEach(([x, y], i) => {
          expect(x).toBeCloseTo(stripX({ samplingRateHz, fromS }, inside[i]), 1);
          expect(x).toBeGreaterThanOrEqual(STRIP_MM.pulseMm - 0.01);
          expect(x).toBeLessThanOrEqual(STRIP_MM.widthMm + 0.01);
          if (i > 0) expect(drawn[i - 1][1] - y).toBeCloseTo((samplesMv[inside[i]] - samplesMv[inside[i - 1]]) * GAIN_MM_PER_MV, 1);
        });
        expect(heightMm % 5).toBe(0);
      }),
    );
  });
});

it("a strip holds 7.2 s", () => expect(STRIP_S * SPEED_MM_PER_S).toBe(180));
