import { expect, it } from "vitest";
import { NORMAL } from "../../ecg/beats/classes.ts";
import { splitEcg5000 } from "./ecg5000-split.ts";

/** As many normal beats as ECG5000 has among its 5,000, spread over the rows. */
const label = Uint8Array.from({ length: 5000 }, (_, row) => ((row * 2919) % 5000 < 2919 ? NORMAL : 1 + (row % 4)));

it("splits ECG5000's normal beats as the tutorial does, and draws as many anomalous ones", () => {
  const { training, validation, testNormal, testAnomalous } = splitEcg5000(label);
  expect([training.length, validation.length, testNormal.length, testAnomalous.length]).toEqual([2481, 293, 145, 145]);
  const normal = new Set([...training, ...validation, ...testNormal]);
  expect(normal.size).toBe(2919);
  expect([...normal].every((row) => label[row] === NORMAL)).toBe(true);
  expect(new Set(testAnomalous).size).toBe(145);
  expect([...testAnomalous].some((row) => label[row] === NORMAL)).toBe(false);
});

it("gives the same rows every time, and mixes the two files", () => {
  expect(splitEcg5000(label)).toEqual(splitEcg5000(label));
  const { training, validation, testNormal, testAnomalous } = splitEcg5000(label);
  for (const rows of [training, validation, testNormal, testAnomalous]) {
    expect(rows.some((row) => row < 500)).toBe(true);
    expect(rows.some((row) => row >= 4500)).toBe(true);
  }
});
