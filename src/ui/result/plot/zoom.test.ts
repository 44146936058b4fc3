import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFull, startZoom, wholeRange, zoomReducer, type Zoom, type ZoomAction } from "./zoom.ts";

const hour = startZoom({ fromS: 0, toS: 3600 });
const run = (actions: readonly ZoomAction[], from: Zoom = hour): Zoom => actions.reduce(zoomReducer, from);

describe("wholeRange", () => {
  it("goes from the first row to the last", () => expect(wholeRange(Float64Array.of(3, 4, 90))).toEqual({ fromS: 3, toS: 90 }));
  it("has a width where all rows are at one moment", () => expect(wholeRange(Float64Array.of(5, 5))).toEqual({ fromS: 5, toS: 6 }));
});

describe("zoomReducer", () => {
  it("zooms around a moment that stays where it is", () => {
    expect(run([{ kind: "scale", factor: 0.5, aroundS: 900 }]).view).toEqual({ fromS: 450, toS: 2250 });
  });

  it("stops at the edges of the recording", () => {
    const left = run([{ kind: "show", range: { fromS: 100, toS: 200 } }, { kind: "pan", share: -3 }]);
    expect(left.view).toEqual({ fromS: 0, toS: 100 });
    expect(run([{ kind: "scale", factor: 8 }], left).view).toEqual({ fromS: 0, toS: 800 });
  });

  it("goes back one step at a time, a whole drag being one step", () => {
    const zoomed = run([
      { kind: "show", range: { fromS: 0, toS: 600 } },
      { kind: "show", range: { fromS: 10, toS: 610 }, drag: 1 },
      { kind: "show", range: { fromS: 20, toS: 620 }, drag: 1 },
      { kind: "show", range: { fromS: 30, toS: 630 }, drag: 2 },
    ]);
    const backOnce = run([{ kind: "back" }], zoomed);
    expect(backOnce.view).toEqual({ fromS: 20, toS: 620 });
    expect(run([{ kind: "back" }], backOnce).view).toEqual({ fromS: 0, toS: 600 });
    expect(isFull(run([{ kind: "back" }, { kind: "back" }, { kind: "back" }, { kind: "back" }], zoomed))).toBe(true);
  });

  it("undoes a reset", () => {
    const view = { fromS: 5, toS: 50 };
    expect(run([{ kind: "show", range: view }, { kind: "reset" }, { kind: "back" }]).view).toEqual(view);
  });

  it("brings an event to the middle: closer from the whole recording, as wide as the view otherwise", () => {
    const event = { fromS: 1000, toS: 1004 };
    expect(run([{ kind: "centre", range: event }]).view).toEqual({ fromS: 972, toS: 1032 });
    const view = run([{ kind: "show", range: { fromS: 0, toS: 300 } }, { kind: "centre", range: event }]).view;
    expect(view).toEqual({ fromS: 852, toS: 1152 });
    const long = run([{ kind: "centre", range: { fromS: 1000, toS: 1200 } }]).view;
    expect(long).toEqual({ fromS: 950, toS: 1250 });
  });

  it("leaves a recording of one moment as it is", () => {
    const moment = startZoom({ fromS: 7, toS: 7 });
    expect(run([{ kind: "scale", factor: 0.5 }, { kind: "pan", share: 1 }, { kind: "centre", range: { fromS: 7, toS: 7 } }], moment)).toEqual(moment);
  });

  it("never leaves the recording, turns around or shrinks to nothing", () => {
    const timeS = fc.double({ min: -5000, max: 9000, noNaN: true });
    const range = fc.tuple(timeS, timeS).map(([a, b]) => ({ fromS: Math.min(a, b), toS: Math.max(a, b) }));
    const action: fc.Arbitrary<ZoomAction> = fc.oneof(
      fc.record({ kind: fc.constant("show" as const), range }),
      fc.record({ kind: fc.constant("scale" as const), factor: fc.double({ min: 0.01, max: 10, noNaN: true }), aroundS: timeS }),
      fc.record({ kind: fc.constant("pan" as const), share: fc.double({ min: -5, max: 5, noNaN: true }) }),
      fc.record({ kind: fc.constant("centre" as const), range }),
      fc.constant<ZoomAction>({ kind: "reset" }),
      fc.constant<ZoomAction>({ kind: "back" }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { view } = run(actions);
        expect(view.fromS).toBeGreaterThanOrEqual(0);
        expect(view.toS).toBeLessThanOrEqual(3600);
        expect(view.toS - view.fromS).toBeGreaterThan(0.999);
      }),
    );
  });
});
