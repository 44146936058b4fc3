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

describe("the rolling median rule", async () => {
  const { patients } = await readSampleTable();
  const run = (parameters: ParameterValues = {}) => detect(patients, { ...quietControl(), parameters, readArtifact });

  it("is the one its card describes, and reaches F1 .80 on unseen patients", async () => {
    const card = JSON.parse(new TextDecoder().decode(await readArtifact("rolling-median/card.json"))) as ModelCard;
    expect(card.parameters).toEqual(defaultParameters(meta));
    const shipped = await run(card.parameters);
    expect(shipped.threshold).toBe(card.threshold);
    expect(pooledFigures(patients, shipped).f1).toBeGreaterThan(0.8);
  });

  it("takes an even window for the odd one above it", async () => {
    expect((await run({ window: 10 })).scores).toEqual((await run({ window: 11 })).scores);
    expect((await run({ window: 21 })).scores).not.toEqual((await run({ window: 11 })).scores);
  });

  it("is told apart by its parameters", async () => {
    const { modelHash } = await run();
    expect((await run()).modelHash).toBe(modelHash);
    expect((await run({ threshold: 2 })).modelHash).not.toBe(modelHash);
  });

  it("refuses a window out of range", async () => {
    await expect(run({ window: 1 })).rejects.toMatchObject({ code: "bad-parameter" });
  });
});
