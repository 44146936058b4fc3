import { describe, expect, it } from "vitest";
import { alignBeats, shapeLead } from "./aligned-beats.ts";
import { LOCAL_FEATURES, localFeatures } from "./local-shapes.ts";
import { syntheticBeats } from "./testing.ts";

const aligned = (isVentricular: (beat: number) => boolean) => {
  const beats = syntheticBeats({ isVentricular });
  return alignBeats({ ...beats, lead: shapeLead(beats) });
};
const at = (features: Float32Array, beat: number, name: (typeof LOCAL_FEATURES)[number]) => features[beat * LOCAL_FEATURES.length + LOCAL_FEATURES.indexOf(name)];

describe("a beat among its neighbours", () => {
  it("is unlike them where it alone is wide", () => {
    const features = localFeatures(aligned((beat) => beat === 20));
    expect(at(features, 20, "QRS correlation with neighbours' mean")).toBeLessThan(0.9);
    expect(at(features, 20, "neighbours of like QRS")).toBe(0);
    expect(at(features, 21, "QRS correlation with beat before")).toBe(at(features, 20, "QRS correlation with beat after"));
    expect(at(features, 10, "neighbours of like QRS")).toBeGreaterThan(0.9);
    expect(at(features, 10, "usual QRS correlation with neighbours")).toBeGreaterThan(0.99);
  });

  it("is like them where the shape has changed for good", () => {
    const features = localFeatures(aligned((beat) => beat >= 12));
    expect(at(features, 35, "neighbours of like QRS")).toBe(1);
    expect(at(features, 35, "QRS correlation with neighbours' mean")).toBeGreaterThan(0.99);
    expect(at(features, 12, "QRS correlation with beat before")).toBeLessThan(0.9);
  });

  it.each([0, 1, 2])("is measured among %d beats", (count) => {
    const all = aligned(() => false);
    const few = { count, windows: all.windows.slice(0, count * (all.windows.length / all.count)), isMarred: all.isMarred.slice(0, count) };
    const features = localFeatures(few);
    expect(features).toHaveLength(count * LOCAL_FEATURES.length);
    expect(features.every(Number.isFinite)).toBe(true);
  });
});
