import { expect, it } from "vitest";
import { parseScreenSize, UNMEASURED } from "./screen-size.ts";

it("reads back what was measured, and takes 96 px an inch for anything that is no size", () => {
  expect(parseScreenSize(String(5.2))).toEqual({ pxPerMm: 5.2, isMeasured: true });
  for (const text of [null, "", " ", "wide", "0", "-4", "NaN", "Infinity", "4000"]) expect(parseScreenSize(text)).toBe(UNMEASURED);
  expect(UNMEASURED.pxPerMm).toBeCloseTo(3.78, 2);
});
