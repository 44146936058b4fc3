import { expect } from "vitest";
import { ProblemError, type Problem } from "../../problem.ts";
import type { Recording } from "../../recording/recording.ts";

/** Helpers for the tests of all readers of recordings. */

/** The problem that a reading ends in; an Error where it ends in anything else. */
export async function problemFrom(reading: Promise<unknown>): Promise<Problem> {
  try {
    await reading;
  } catch (cause) {
    if (cause instanceof ProblemError) return cause;
    throw cause;
  }
  throw new Error("No problem but a recording.");
}

/** Fails unless the recording holds what its type promises. */
export function expectSound({ leads, sampleCount, samplingRateHz, annotations }: Recording): void {
  expect(leads.length).toBeGreaterThan(0);
  expect(samplingRateHz).toBeGreaterThan(0);
  expect(sampleCount).toBeGreaterThan(0);
  for (const { samplesMv, unusable } of leads) {
    expect(samplesMv).toHaveLength(sampleCount);
    expect(samplesMv.every(Number.isFinite)).toBe(true);
    unusable.forEach(({ from, to }, i) => {
      expect(from).toBeGreaterThanOrEqual(i === 0 ? 0 : unusable[i - 1].to);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(sampleCount);
    });
  }
  for (const sample of annotations?.sample ?? []) expect(sample).toBeLessThan(sampleCount);
}

/** Fails unless the reading ends in a sound recording or a ProblemError. */
export async function expectRecordingOrProblem(reading: Promise<Recording>): Promise<void> {
  try {
    expectSound(await reading);
  } catch (cause) {
    expect(cause).toBeInstanceOf(ProblemError);
  }
}
