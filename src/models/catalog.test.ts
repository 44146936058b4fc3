import { describe, expect, it } from "vitest";
import { DEFAULT_DETECTOR, DETECTORS } from "./catalog.ts";
import { loadDetector } from "./detectors.ts";

describe("the catalog", () => {
  it("has four different detectors, the default among them", () => {
    expect(new Set(DETECTORS.map(({ id }) => id)).size).toBe(4);
    expect(DETECTORS.map(({ id }) => id)).toContain(DEFAULT_DETECTOR);
  });

  it.each(DETECTORS)("$id has parameters whose defaults may be chosen, and loads", async ({ id, parameters }) => {
    expect(new Set(parameters.map(({ key }) => key)).size).toBe(parameters.length);
    for (const parameter of parameters) {
      if (parameter.kind === "choice") expect(parameter.options.map(({ value }) => value)).toContain(parameter.default);
      else expect(parameter.default >= parameter.min && parameter.default <= parameter.max, parameter.key).toBe(true);
    }
    expect(await loadDetector(id)).toBeTypeOf("function");
  });
});
