import fc from "fast-check";
import { expect, test } from "vitest";
import { linePath, markedPoints, metricCurve, metricGroups, placedPoints } from "./metric-curves.ts";
import { plotAxis } from "./plot-axis.ts";

test("every number has its place between round ends", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
      const { place, ticks } = plotAxis("loss", values);
      for (const value of values) {
        expect(place(value)).toBeGreaterThanOrEqual(-1e-6);
        expect(place(value)).toBeLessThanOrEqual(1 + 1e-6);
      }
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(20);
    }),
  );
});

test("round ticks, also of small numbers and of one number alone", () => {
  expect(plotAxis("loss", [0.12, 0.31]).ticks.map(({ text }) => text)).toEqual(["0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]);
  expect(plotAxis("rate", [0.0001, 0.0003]).ticks[0].text).toBe("1e-4");
  expect(plotAxis("epochs", [5, 5]).place(5)).toBeCloseTo(0.5, 1);
});

test("words have places in their order, numbers among them too; what is not given has none", () => {
  const axis = plotAxis("resampling", ["over", "none", undefined, 3]);
  expect(axis.ticks).toEqual([{ at: 0, text: "3" }, { at: 0.5, text: "none" }, { at: 1, text: "over" }]);
  expect([axis.place("none"), axis.place(3), axis.place(undefined), axis.place("under")]).toEqual([0.5, 0, null, null]);
});

test("metrics of one quantity are drawn together", () => {
  expect(metricGroups(["loss", "validation loss", "learning rate", "part 1/loss"])).toEqual([
    { name: "loss", metrics: ["loss", "validation loss", "part 1/loss"] },
    { name: "learning rate", metrics: ["learning rate"] },
  ]);
});

test("a curve leaves out epochs without the metric, or where it is no number", () => {
  const epochs = [1, 2, 3, 4].map((epoch) => ({ runId: "a", epoch, at: "", metrics: epoch === 2 ? {} : { loss: epoch === 3 ? NaN : epoch } }));
  const curve = metricCurve("Run", 0, epochs, "loss");
  expect(curve.points).toEqual([{ epoch: 1, value: 1 }, { epoch: 4, value: 4 }]);
  const placed = placedPoints(curve, { x: plotAxis("epoch", [0, 5]), y: plotAxis("loss", [0, 5]), width: 100, height: 50 });
  expect(linePath(placed)).toBe("M20.0 40.0L80.0 10.0");
});

test("a long curve has some of its points marked, first and last among them", () => {
  const points = Array.from({ length: 300 }, (_, x) => ({ x, y: 0 }));
  const marked = markedPoints(points, 8);
  expect(marked).toHaveLength(8);
  expect([marked[0].x, marked[7].x]).toEqual([0, 299]);
});
