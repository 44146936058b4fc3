import { describe, expect, it } from "vitest";
import { dragWindow, stepOfKey } from "./drag-window.ts";

const full = { fromS: 0, toS: 1000 };
const window = { fromS: 200, toS: 300 };

describe("dragWindow", () => {
  it("moves the window as a whole and stops at the ends of the recording", () => {
    expect(dragWindow("whole", { window, full, byS: 50 })).toEqual({ fromS: 250, toS: 350 });
    expect(dragWindow("whole", { window, full, byS: -900 })).toEqual({ fromS: 0, toS: 100 });
    expect(dragWindow("whole", { window, full, byS: 9000 })).toEqual({ fromS: 900, toS: 1000 });
  });
  it("moves one edge, no further than the other", () => {
    expect(dragWindow("start", { window, full, byS: -50 })).toEqual({ fromS: 150, toS: 300 });
    expect(dragWindow("start", { window, full, byS: 500 })).toEqual({ fromS: 300, toS: 300 });
    expect(dragWindow("end", { window, full, byS: 9000 })).toEqual({ fromS: 200, toS: 1000 });
    expect(dragWindow("end", { window, full, byS: -500 })).toEqual({ fromS: 200, toS: 200 });
  });
});

describe("stepOfKey", () => {
  it("steps by a tenth of the window, by a window, to the ends", () => {
    const steps = ["ArrowLeft", "ArrowRight", "PageDown", "End", "x"].map((key) => stepOfKey(key, "whole", { window, full }));
    expect(steps).toEqual([-10, 10, -100, 1000, null]);
    expect(stepOfKey("ArrowRight", "end", { window, full })).toBe(10);
  });
});
