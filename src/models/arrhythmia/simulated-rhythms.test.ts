import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AAMI } from "../../ecg/beats/classes.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { fibrillationPlan, prematureAtrialPlan, type PlannedBeat } from "./simulated-rhythms.ts";

const labels = fc.array(fc.constantFrom(AAMI.N, AAMI.N, AAMI.N, AAMI.S, AAMI.V, AAMI.F, AAMI.Q), { maxLength: 900 }).map((label) => Uint8Array.from(label));
const seeds = fc.integer({ min: 0, max: 1e6 });
const normal = new Uint8Array(702).fill(AAMI.N);
const intervals = (plan: readonly PlannedBeat[], beatClass: number) => plan.filter((beat) => beat.beatClass === beatClass).map(({ intervalMs }) => intervalMs);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("simulated rhythms", () => {
  it("play normal and few ventricular beats, in order, none at either end, and not too close", () => {
    fc.assert(
      fc.property(labels, seeds, fc.constantFrom(fibrillationPlan, prematureAtrialPlan), (label, seed, planOf) => {
        const plan = planOf(label, seededRandom(seed));
        plan.forEach(({ source, beatClass, intervalMs }, beat) => {
          expect(source).toBeGreaterThan(beat === 0 ? 0 : plan[beat - 1].source);
          expect(source).toBeLessThan(label.length - 1);
          expect([AAMI.N, AAMI.V]).toContain(label[source]);
          expect(beatClass === AAMI.V).toBe(label[source] === AAMI.V);
          expect(intervalMs).toBeGreaterThan(150);
        });
        expect(plan.filter(({ beatClass }) => beatClass === AAMI.V).length).toBeLessThanOrEqual(0.1 * plan.length + 1);
        expect(plan.length).toBeLessThanOrEqual(700);
      }),
      { numRuns: 60 },
    );
  });

  it("fibrillating have no P waves, no beat called premature, and intervals that say nothing of the next", () => {
    const plan = fibrillationPlan(normal, seededRandom(3));
    expect(plan.every(({ pWave, beatClass }) => pWave === null && beatClass === AAMI.N)).toBe(true);
    const own = plan.map(({ intervalMs }) => intervalMs);
    const about = mean(own);
    const variance = mean(own.map((value) => (value - about) ** 2));
    expect(Math.sqrt(variance) / about).toBeGreaterThan(0.12);
    expect(Math.abs(mean(own.slice(1).map((value, i) => (value - about) * (own[i] - about))) / variance)).toBeLessThan(0.15);
  });

  it("with premature beats have them in every patient, sooner than the others, after a P wave that is not the patient's", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = prematureAtrialPlan(normal, seededRandom(seed));
      expect(intervals(plan, AAMI.S).length).toBeGreaterThan(5);
      expect(mean(intervals(plan, AAMI.S))).toBeLessThan(0.85 * mean(intervals(plan, AAMI.N)));
      expect(plan.filter(({ beatClass }) => beatClass === AAMI.N).every(({ pWave }) => pWave?.share === 1 && pWave.laterMs === 0)).toBe(true);
      expect(plan.filter(({ beatClass }) => beatClass === AAMI.S).some(({ pWave }) => pWave?.share === 1)).toBe(false);
    }
  });

  it("with premature beats are atrial for the most part in some patients, with sinus beats after a pause", () => {
    const plans = Array.from({ length: 40 }, (_, seed) => prematureAtrialPlan(normal, seededRandom(seed)));
    const dominant = plans.filter((plan) => intervals(plan, AAMI.S).length > 0.5 * plan.length);
    expect(dominant.length).toBeGreaterThan(3);
    expect(dominant.length).toBeLessThan(20);
    for (const plan of dominant) expect(intervals(plan, AAMI.N).length).toBeGreaterThan(0.02 * plan.length);
  });
});
