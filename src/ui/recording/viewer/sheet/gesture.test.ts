import { describe, expect, it } from "vitest";
import { gestureReducer, NO_GESTURE, type GestureOutcome, type PointerStep } from "./gesture.ts";

/** The outcomes of steps given as [kind, pointer, x]. */
function outcomes(steps: readonly (readonly [PointerStep["kind"], number, number])[]): GestureOutcome[] {
  let gesture = NO_GESTURE;
  return steps.map(([kind, pointer, xPx]) => {
    const outcome = gestureReducer(gesture, { kind, pointer, xPx, yPx: 10 });
    gesture = outcome.gesture;
    return outcome;
  });
}

describe("gestureReducer", () => {
  it("takes a press that goes nowhere for a tap, where it ended", () => {
    expect(outcomes([["down", 1, 100], ["move", 1, 102], ["up", 1, 102]]).at(-1)?.tap).toEqual({ xPx: 102, yPx: 10 });
  });

  it("drags with one finger, all the way it has gone", () => {
    const steps = outcomes([["down", 1, 100], ["move", 1, 103], ["move", 1, 120], ["move", 1, 90], ["up", 1, 90]]);
    expect(steps.reduce((sum, { dragPx }) => sum + dragPx, 0)).toBe(-10);
    expect(steps.every(({ tap }) => tap === null)).toBe(true);
  });

  it("zooms with two: less time as they part, about the middle between them", () => {
    const [, , parted] = outcomes([["down", 1, 100], ["down", 2, 200], ["move", 2, 300]]);
    expect(parted.zoom).toEqual({ factor: 0.5, atPx: 200 });
    expect(parted.dragPx).toBe(50);
  });

  it("drags on with the finger that is left, and neither of two is a tap", () => {
    const steps = outcomes([["down", 1, 100], ["down", 2, 200], ["up", 2, 200], ["move", 1, 130], ["up", 1, 130]]);
    expect(steps[3]).toMatchObject({ dragPx: 30, zoom: null });
    expect(steps.every(({ tap }) => tap === null)).toBe(true);
  });

  it("does nothing with a pointer that only hovers, or was cancelled", () => {
    expect(outcomes([["move", 1, 50]])[0]).toMatchObject({ dragPx: 0, zoom: null, tap: null });
    expect(outcomes([["down", 1, 50], ["cancel", 1, 50], ["move", 1, 90]]).every(({ dragPx, tap }) => dragPx === 0 && tap === null)).toBe(true);
  });
});
