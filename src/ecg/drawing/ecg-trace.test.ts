import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { pyramidLevels, type SignalPyramid } from "../recording/signal-pyramid.ts";
import { traceLine, type Trace, type TraceView } from "./ecg-trace.ts";

const pyramidOf = (samples: Float32Array<ArrayBuffer>): SignalPyramid => ({ samples, levels: pyramidLevels(samples) });

const view = fc.record({
  fromShare: fc.double({ min: -0.5, max: 1.2, noNaN: true }),
  widthPx: fc.integer({ min: 1, max: 400 }),
  zoom: fc.double({ min: -7, max: 7, noNaN: true }),
  columnsPerPx: fc.constantFrom(1, 1.5, 2, 3),
  zeroYPx: fc.integer({ min: -50, max: 300 }),
  pxPerMv: fc.double({ min: 4, max: 90, noNaN: true }),
});
const scene = fc
  .record({ length: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 400, max: 2500 })), seed: fc.nat(), view })
  .map(({ length, seed, view: { fromShare, zoom, ...rest } }) => {
    const random = seededRandom(seed);
    const samples = Float32Array.from({ length }, () => random.normal());
    return { samples, view: { ...rest, fromSample: fromShare * length, samplesPerPx: 2 ** zoom } };
  });

const pairs = ({ vertices }: Trace) => Array.from({ length: vertices.length / 2 }, (_, i) => ({ x: vertices[2 * i], y: vertices[2 * i + 1] }));
const xOf = (sample: number, { fromSample, samplesPerPx }: TraceView) => (sample - fromSample) / samplesPerPx;
/** A column, and what single precision leaves of a pixel's place. */
const reachPx = ({ columnsPerPx, samplesPerPx }: TraceView) => Math.max(1 / columnsPerPx, 1e-3) + 1e-3 + 1e-6 * Math.abs(samplesPerPx);

describe("traceLine", () => {
  it("draws each R peak's extreme, of either polarity, in its place at any zoom", () => {
    fc.assert(
      fc.property(scene, fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.constantFrom(1, -1), ({ samples, view }, place, sign) => {
        const peak = Math.floor(place * samples.length);
        const x = xOf(peak, view);
        fc.pre(x >= 0 && x <= view.widthPx);
        const pyramid = pyramidOf(samples.with(peak, sign * 50));
        const drawn = pairs(traceLine(pyramid, view, { from: 0, to: samples.length }));
        const y = Math.fround(view.zeroYPx - sign * 50 * view.pxPerMv);
        expect(drawn.some((vertex) => vertex.y === y && Math.abs(vertex.x - x) <= reachPx(view))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("draws nothing that is not in the lead: each vertex is a sample of its column", () => {
    fc.assert(
      fc.property(scene, ({ samples, view }) => {
        for (const { x, y } of pairs(traceLine(pyramidOf(samples), view, { from: 0, to: samples.length }))) {
          const from = Math.max(0, Math.floor(view.fromSample + (x - reachPx(view)) * view.samplesPerPx) - 1);
          const to = Math.ceil(view.fromSample + (x + reachPx(view)) * view.samplesPerPx) + 2;
          expect(samples.subarray(from, to).some((mv) => Math.fround(view.zeroYPx - mv * view.pxPerMv) === y)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("goes from left to right, and takes at most two vertices a column beside sparse samples", () => {
    fc.assert(
      fc.property(scene, ({ samples, view }) => {
        const drawn = pairs(traceLine(pyramidOf(samples), view, { from: 0, to: samples.length }));
        drawn.forEach(({ x }, i) => expect(i === 0 || x >= drawn[i - 1].x).toBe(true));
        expect(drawn.length).toBeLessThanOrEqual(2 * (view.widthPx * view.columnsPerPx + 8));
      }),
    );
  });

  it("keeps to the part asked for", () => {
    const samples = Float32Array.from({ length: 4000 }, (_, i) => (i >= 1003 && i < 2999 ? 1 : 9));
    const drawn = pairs(traceLine(pyramidOf(samples), { fromSample: 0, widthPx: 400, samplesPerPx: 10, columnsPerPx: 1, zeroYPx: 0, pxPerMv: 1 }, { from: 1003, to: 2999 }));
    expect(new Set(drawn.map(({ y }) => y))).toEqual(new Set([-1]));
  });

  it("shows the same columns wherever the view begins", () => {
    const random = seededRandom(3);
    const pyramid = pyramidOf(Float32Array.from({ length: 5000 }, () => random.normal()));
    const whole = { from: 0, to: 5000 };
    const still = { fromSample: 700, widthPx: 100, samplesPerPx: 16, columnsPerPx: 1, zeroYPx: 0, pxPerMv: 10 };
    const heights = (fromSample: number) => pairs(traceLine(pyramid, { ...still, fromSample }, whole)).map(({ y }) => y);
    const shifted = new Set(heights(705));
    expect(heights(700).slice(4, -8).filter((y) => !shifted.has(y))).toEqual([]);
  });

  it("draws nothing out of view, and a recording of one sample", () => {
    const view = { fromSample: 0, widthPx: 100, samplesPerPx: 1, columnsPerPx: 1, zeroYPx: 20, pxPerMv: 10 };
    expect(traceLine(pyramidOf(new Float32Array(0)), view, { from: 0, to: 0 }).vertices).toHaveLength(0);
    expect(traceLine(pyramidOf(new Float32Array(9)), { ...view, fromSample: 500 }, { from: 0, to: 9 }).vertices).toHaveLength(0);
    expect(Array.from(traceLine(pyramidOf(Float32Array.of(1)), view, { from: 0, to: 1 }).vertices)).toEqual([0, 10]);
  });
});
