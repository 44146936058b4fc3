import { describe, expect, it } from "vitest";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import type { ModelCard } from "../card.ts";
import { defaultParameters, type ParameterValues } from "../detector.ts";
import { pooledFigures } from "../evaluation/measure-detector.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleTable } from "../fixtures/sample-table.ts";
import { detect } from "./detect.ts";
import { meta } from "./meta.ts";

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const run = (patients: Parameters<typeof detect>[0], parameters: ParameterValues = {}) => detect(patients, { ...quietControl(), parameters, readArtifact });

describe("the Isolation Forest on unseen patients", { timeout: 60_000 }, async () => {
  const { patients } = await readSampleTable();
  const card = JSON.parse(new TextDecoder().decode(await readArtifact("isolation-forest/card.json"))) as ModelCard;

  it("is the one its card describes, and reaches F1 .75", async () => {
    expect(card.parameters).toEqual(defaultParameters(meta));
    const shipped = await run(patients, defaultParameters(meta));
    expect(shipped.threshold).toBeCloseTo(card.threshold, 6);
    expect(pooledFigures(patients, shipped).f1).toBeGreaterThan(0.75);
  });

  it("with the published features is as good as scikit-learn's on the mean of 12 seeds, to .03", async () => {
    const sums = { precision: 0, recall: 0, f1: 0, averagePrecision: 0 };
    for (let seed = 1; seed <= 12; seed++) {
      const figures = pooledFigures(patients, await run(patients, { features: "published", contamination: 0.004, seed }));
      for (const name of ["precision", "recall", "f1", "averagePrecision"] as const) sums[name] += (figures[name] ?? 0) / 12;
    }
    const published = { precision: 0.322, recall: 0.939, f1: 0.479, averagePrecision: 0.225 };
    for (const name of ["precision", "recall", "f1", "averagePrecision"] as const) {
      expect(Math.abs(sums[name] - published[name]), name).toBeLessThan(0.03);
    }
  });

  it("trained on the file reports the share of rows that contamination says", async () => {
    const { scores, threshold } = await run(patients, { trainedOn: "file", contamination: 0.05 });
    const scored = scores.flatMap((own) => Array.from(own.filter((score) => !Number.isNaN(score))));
    expect(scored.length).toBe(patients.reduce((sum, { label }) => sum + label.length - 1, 0));
    expect(scored.filter((score) => score >= threshold).length / scored.length).toBeCloseTo(0.05, 2);
  });

  it("leaves out each patient's first row alone", async () => {
    const { scores } = await run(patients);
    scores.forEach((own) => expect(Array.from(own.keys()).filter((row) => Number.isNaN(own[row]))).toEqual([0]));
  });

  it("hashes the forest: the seed tells forests apart, the contamination does not", async () => {
    const [first, again, other] = await Promise.all([run([]), run([], { contamination: 0.1 }), run([], { seed: 2 })]);
    expect(again.modelHash).toBe(first.modelHash);
    expect(other.modelHash).not.toBe(first.modelHash);
  });
});

describe("the Isolation Forest", () => {
  const patient = (rates: readonly number[]) => ({ patientId: "1", timeS: Float64Array.from(rates, (_, i) => i), rateBpm: Float64Array.from(rates), given: null });

  it("runs on a patient of one row, and says when it was trained on few", async () => {
    expect(Array.from((await run([patient([60])])).scores[0])).toEqual([NaN]);
    const { warnings } = await run([patient([60, 61, 90, 55, 60])], { trainedOn: "file" });
    expect(warnings).toEqual(["The forest was trained on only 4 beats; its sample size is 256."]);
  });

  it("refuses to learn from nothing, and parameters out of range", async () => {
    await expect(run([patient([60, 61])], { trainedOn: "file" })).rejects.toMatchObject({ code: "too-few-rows" });
    await expect(run([], { trees: 5 })).rejects.toMatchObject({ code: "bad-parameter" });
    await expect(run([], { features: "<b>" })).rejects.toMatchObject({ code: "bad-parameter" });
  });

  it("says when the shipped beats are broken", async () => {
    const broken = detect([], { ...quietControl(), parameters: {}, readArtifact: () => Promise.resolve(new ArrayBuffer(3)) });
    await expect(broken).rejects.toMatchObject({ code: "broken-model" });
  });
});
