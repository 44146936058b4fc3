import { expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import { orderBeats } from "./beat-order.ts";

const view = {
  anomalyScore: Float32Array.of(0.1, 0.9, 0.5, 0.9),
  confidence: Float32Array.of(0.9, 0.6, 0.5, 0.7),
  comparison: { classes: [], truth: Uint8Array.of(1, 2, 0, UNLABELLED), predicted: Uint8Array.of(0, 0, 0, 1) },
};

it("puts the highest scores first and leaves equal ones as in the file", () => expect([...orderBeats(view, "anomaly")]).toEqual([1, 3, 2, 0]));
it("puts the least sure first", () => expect([...orderBeats(view, "unsure")]).toEqual([2, 1, 3, 0]));
it("puts the surest mistakes first, then the least sure; a beat without a label is no mistake", () => expect([...orderBeats(view, "wrong")]).toEqual([0, 1, 2, 3]));
it("keeps the order of the file", () => expect([...orderBeats(view, "file")]).toEqual([0, 1, 2, 3]));
it("leaves the scores as they are", () => expect([...view.anomalyScore]).toEqual([...Float32Array.of(0.1, 0.9, 0.5, 0.9)]));
