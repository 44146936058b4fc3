import { expect, it } from "vitest";
import { GAP_PX, gridLayout } from "./grid-layout.ts";

it("puts two tiles side by side on a phone and more where there is room", () => {
  expect(gridLayout(304).columns).toBe(2);
  expect(gridLayout(1180).columns).toBe(8);
});

it("fills the width and never overflows it", () => {
  for (let width = 200; width < 2000; width += 7) {
    const { columns, tileWidthPx } = gridLayout(width);
    const used = columns * tileWidthPx + (columns - 1) * GAP_PX;
    expect(used).toBeLessThanOrEqual(width);
    expect(width - used).toBeLessThan(columns);
  }
});
