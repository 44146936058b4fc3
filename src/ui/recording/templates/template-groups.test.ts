import { describe, expect, it } from "vitest";
import { AAMI } from "../../../ecg/beats/classes.ts";
import { NO_TEMPLATE } from "../../../ecg/recording/beat-templates.ts";
import { checkedBeats } from "../../../ecg/export/testing.ts";
import { rrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { classMix, stepBeat, templateGroups } from "./template-groups.ts";
import { groupWords } from "./template-words.ts";

const found = checkedBeats([0, 800, 1600, 2100, 3100], [0, 0, 0, 2, 0]).beats;
const beats = { ...found, templates: { templates: [{ count: 3, mean: Float32Array.of(0, 1) }, { count: 1, mean: Float32Array.of(1, 0) }], templateOf: Uint8Array.of(0, 0, NO_TEMPLATE, 1, 0) } };

describe("templateGroups", () => {
  it("has every beat in one group, with its share and the median interval before", () => {
    expect(templateGroups(beats, rrSeries(beats.peakSample, { samplingRateHz: 1000 }))).toEqual([
      { template: 0, beats: [0, 1, 4], mean: Float32Array.of(0, 1), share: 0.6, medianRrMs: 900 },
      { template: 1, beats: [3], mean: Float32Array.of(1, 0), share: 0.2, medianRrMs: 500 },
      { template: null, beats: [2], mean: null, share: 0.2, medianRrMs: 800 },
    ]);
  });

  it("has no median where no interval is counted, and no groups without beats", () => {
    const unusable = [{ from: 1, to: 3000, cause: "missing" as const }];
    expect(templateGroups(beats, rrSeries(beats.peakSample, { samplingRateHz: 1000, unusable }))[2].medianRrMs).toBeNull();
    const none = checkedBeats([], []).beats;
    expect(templateGroups(none, rrSeries(none.peakSample, { samplingRateHz: 1000 }))).toEqual([]);
  });
});

it("counts the classes of beats, and those that a clinician gave, the commonest first", () => {
  const mix = classMix([1, 2, 3, 4], { current: Uint8Array.of(0, 2, 0, 0, 0), relabels: new Map([[0, AAMI.S], [3, AAMI.N]]) });
  expect(mix).toEqual([{ classIndex: AAMI.N, beats: 3, relabelled: 1 }, { classIndex: AAMI.V, beats: 1, relabelled: 0 }]);
  expect(groupWords({ template: 1, beats: [1, 2, 3, 4], mean: null, share: 0.8, medianRrMs: 812.4 }, mix)).toBe("Template 2, 4 beats, 80.0 % of all, N 2, N 1 relabelled, V 1, RR 812 ms");
});

it("steps through a group's beats, and from another group's beat to the first or last", () => {
  expect(stepBeat([3, 5, 9], 5, 1)).toBe(9);
  expect(stepBeat([3, 5, 9], 9, 1)).toBeNull();
  expect(stepBeat([3, 5, 9], 4, 1)).toBe(3);
  expect(stepBeat([3, 5, 9], null, -1)).toBe(9);
});
