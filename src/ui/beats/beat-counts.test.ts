import { expect, it } from "vitest";
import { UNLABELLED } from "../../ecg/table.ts";
import { countBeats } from "./beat-counts.ts";

it("takes every class but the normal one for anomalous, and leaves unlabelled beats out of the comparison", () => {
  expect(countBeats(Uint8Array.of(0, 2, 3, 0, 0, 4), Uint8Array.of(0, 1, 0, 4, UNLABELLED, UNLABELLED))).toEqual({
    predicted: 3,
    confusion: { truePositive: 1, falsePositive: 1, falseNegative: 1, trueNegative: 1 },
  });
});

it("compares nothing without labels", () => expect(countBeats(Uint8Array.of(0, 1), new Uint8Array(2).fill(UNLABELLED))).toEqual({ predicted: 1, confusion: null }));
