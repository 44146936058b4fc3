import { describe, expect, it } from "vitest";
import { testBeats } from "../beats/testing.ts";
import { planTraining, type PlanOptions } from "./training-plan.ts";
import type { GatheredBeats } from "./beat-data.ts";

const gathered = (label: readonly number[], patientOf: (beat: number) => number = () => 0): GatheredBeats => ({
  beats: testBeats(label, "aami"),
  patient: Uint32Array.from(label, (_, beat) => patientOf(beat)),
  files: [],
});
const options: PlanOptions = { by: "patient", validationShare: 0.25, seed: 1, task: "classifier" };
const mixed = Array.from({ length: 80 }, (_, beat) => (beat % 4 === 0 ? 2 : 0));

describe("a training's plan", () => {
  it("divides by patient where there are several, and says what falls on either side", () => {
    const plan = planTraining(gathered(mixed, (beat) => Math.floor(beat / 20)), options);
    expect(plan).toMatchObject({ by: "patient", problem: null, rowsPerClass: { training: { N: 45, V: 15 }, validation: { N: 15, V: 5 } } });
    expect(plan.sentence).toContain("No patient’s beats are on both sides");
  });

  it("divides by beat where that is wanted or there is one patient, and says what that means", () => {
    for (const plan of [planTraining(gathered(mixed), options), planTraining(gathered(mixed, (beat) => beat % 3), { ...options, by: "row" })]) {
      expect(plan).toMatchObject({ by: "row", problem: null });
      expect(plan.sentence).toContain("on both sides");
      expect(plan.split.validation).toHaveLength(20);
    }
  });

  it("says why data will not do", () => {
    expect(planTraining(gathered(mixed.slice(0, 12)), options).problem).toContain("at least 20 are needed");
    expect(planTraining(gathered(new Array<number>(40).fill(0)), options).problem).toContain("one class");
    expect(planTraining(gathered(new Array<number>(40).fill(2)), { ...options, task: "autoencoder" }).problem).toContain("0 normal beats");
    expect(planTraining(gathered(mixed.slice(0, 40)), { ...options, validationShare: 0.01 }).problem).toContain("No beat is left to choose the epoch by");
    expect(planTraining(gathered(new Array<number>(40).fill(0)), { ...options, task: "autoencoder" }).problem).toBeNull();
  });
});
