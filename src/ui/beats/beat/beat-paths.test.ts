import { expect, it } from "vitest";
import { areaPath, barsPath, linePath } from "./beat-paths.ts";

const scale = { xOf: (sample: number) => sample * 10, yOf: (value: number) => 50 - value * 10 };

it("draws a line through the samples", () => expect(linePath(Float32Array.of(0, 1), scale)).toBe("M0.0,50.0L10.0,40.0"));
it("closes the area between two lines", () => {
  expect(areaPath(Float32Array.of(0, 1), Float32Array.of(2, 3), scale)).toBe("M0.0,50.0L10.0,40.0L10.0,20.0L0.0,30.0Z");
});
it("draws bars to one side only", () => {
  const values = Float32Array.of(1, -2);
  expect(barsPath(values, 1, scale)).toBe("M-5.0,50.0H5.0V40.0H-5.0Z");
  expect(barsPath(values, -1, scale)).toBe("M5.0,50.0H15.0V70.0H5.0Z");
});
