import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import { testBeatCheck, testBeats, testBeatView } from "../testing.ts";
import { filterBeats, filterOfPair, isFiltering, isWrong, NO_FILTER, type GalleryFilter } from "./beat-filter.ts";

const LABELS = [0, 0, 2, 2, 4, UNLABELLED];
const PREDICTED = [0, 1, 2, 0, 4, 3];
const probabilities = PREDICTED.flatMap((index) => [0, 1, 2, 3, 4].map((each) => (each === index ? 0.8 : 0.05)));
const view = testBeatView(testBeatCheck(testBeats(LABELS, "aami"), probabilities), null, new Map([[3, 1]]));
const inFile = Uint32Array.from(LABELS.keys());
const shown = (filter: Partial<GalleryFilter>, order = inFile) => [...filterBeats(view, order, { ...NO_FILTER, ...filter })];

describe("filterBeats", () => {
  it("shows all beats in the order given where nothing is filtered", () => expect(shown({}, inFile.toReversed())).toEqual([5, 4, 3, 2, 1, 0]));
  it("filters by the file's class", () => {
    expect(shown({ truth: 2 })).toEqual([2, 3]);
    expect(shown({ truth: "anomalous" })).toEqual([2, 3, 4]);
    expect(shown({ truth: "unlabelled" })).toEqual([5]);
  });
  it("filters by the model's class", () => {
    expect(shown({ predicted: 0 })).toEqual([0, 3]);
    expect(shown({ predicted: "anomalous" })).toEqual([1, 2, 4, 5]);
  });
  it("shows mistakes, not beats that nobody labelled", () => expect(shown({ wrongOnly: true })).toEqual([1, 3]));
  it("shows those relabelled", () => expect(shown({ relabelledOnly: true })).toEqual([3]));
  it("joins filters and keeps the order", () => expect(shown({ truth: "anomalous", predicted: "anomalous" }, inFile.toReversed())).toEqual([4, 2]));
  it("splits the beats into those right, wrong and unlabelled", () => fc.assert(fc.property(
    fc.array(fc.tuple(fc.constantFrom(0, 1, 2, UNLABELLED), fc.integer({ min: 0, max: 2 }))),
    (pairs) => {
      const comparison = { truth: Uint8Array.from(pairs, ([truth]) => truth), predicted: Uint8Array.from(pairs, ([, predicted]) => predicted) };
      const wrong = pairs.filter((_, beat) => isWrong(comparison, beat));
      expect(wrong).toEqual(pairs.filter(([truth, predicted]) => truth !== UNLABELLED && truth !== predicted));
    },
  )));
});

it("shows the beats that a cell of the confusion matrix counts", () => {
  const filter = filterOfPair({ truth: 2, predicted: 0 });
  expect([...filterBeats(view, inFile, filter)]).toEqual([3]);
  expect(isFiltering(filter)).toBe(true);
});
