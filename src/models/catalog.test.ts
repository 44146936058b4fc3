import { describe, expect, it } from "vitest";
import { loadBeatModel } from "./beat-models.ts";
import { BEAT_MODELS, DEFAULT_DETECTOR, defaultBeatModel, DETECTORS, modelName } from "./catalog.ts";
import { loadDetector } from "./detectors.ts";
import type { Parameter } from "./detector.ts";

function expectDefaultsThatMayBeChosen(parameters: readonly Parameter[]): void {
  expect(new Set(parameters.map(({ key }) => key)).size).toBe(parameters.length);
  for (const parameter of parameters) {
    if (parameter.kind === "choice") expect(parameter.options.map(({ value }) => value)).toContain(parameter.default);
    else expect(parameter.default >= parameter.min && parameter.default <= parameter.max, parameter.key).toBe(true);
  }
}

describe("the catalog", () => {
  it("has four different detectors, the default among them", () => {
    expect(new Set(DETECTORS.map(({ id }) => id)).size).toBe(4);
    expect(DETECTORS.map(({ id }) => id)).toContain(DEFAULT_DETECTOR);
  });

  it.each(DETECTORS)("$id has parameters whose defaults may be chosen, and loads", async ({ id, parameters }) => {
    expectDefaultsThatMayBeChosen(parameters);
    expect(await loadDetector(id)).toBeTypeOf("function");
  }, 60_000);

  it.each(BEAT_MODELS)("$id has parameters whose defaults may be chosen, and loads", async ({ id, parameters, training, presets }) => {
    expectDefaultsThatMayBeChosen(parameters);
    expectDefaultsThatMayBeChosen(training);
    for (const { values } of presets) {
      expect(training.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(values)));
    }
    expect(await loadBeatModel(id)).toMatchObject({ run: expect.any(Function) as unknown, explain: expect.any(Function) as unknown });
  }, 60_000);

  it("offers a classifier for beats of 187 samples and an autoencoder for those of 140 first, and nothing for others", () => {
    expect(defaultBeatModel(187)).toBe("beat-cnn");
    expect(defaultBeatModel(140)).toBe("conv-autoencoder");
    expect(defaultBeatModel(100)).toBeNull();
  });

  it("names detectors and models, and what it does not know by its id", () => {
    expect([modelName("rolling-median"), modelName("beat-cnn"), modelName("gone")]).toEqual(["Rolling median rule", "1D-CNN", "gone"]);
  });
});
