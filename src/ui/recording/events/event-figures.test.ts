import { expect, it } from "vitest";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { eventFigures } from "./event-figures.ts";

const figures = (facts: Pick<RhythmEvent, "kind" | "value" | "unit">) =>
  eventFigures({ ...facts, severity: 1, firstBeat: 10, lastBeat: 50, startSample: 1000, endSample: 13_500, sentence: "" }, 250);

it("names the figure that counts first", () => {
  expect(figures({ kind: "bradycardia", value: 38.4, unit: "bpm" })).toBe("down to 38/min · 50.0 s · 41 beats");
  expect(figures({ kind: "tachycardia", value: 131, unit: "bpm" })).toBe("up to 131/min · 50.0 s · 41 beats");
  expect(figures({ kind: "ventricular-tachycardia", value: 180, unit: "bpm" })).toBe("180/min · 50.0 s · 41 beats");
  expect(figures({ kind: "ventricular-bigeminy", value: 20, unit: "beats" })).toBe("20 ventricular · 50.0 s · 41 beats");
  expect(figures({ kind: "pause", value: 2.345, unit: "s" })).toBe("2.35 s without a beat");
});
