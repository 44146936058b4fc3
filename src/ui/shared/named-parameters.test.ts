import { expect, it } from "vitest";
import { DETECTORS } from "../../models/catalog.ts";
import { defaultParameters } from "../../models/detector.ts";
import { namedParameters, parameterText } from "./named-parameters.ts";

it.each(DETECTORS.map((meta) => [meta.name, meta] as const))("names every parameter of %s as its form does", (_, meta) => {
  expect(namedParameters(meta.id, defaultParameters(meta)).map(([name]) => name)).toEqual(meta.parameters.map(({ label }) => label));
});

it("keeps what it does not know under its key", () => {
  expect(parameterText("of-another-version", { depth: 3, mode: "fast" })).toBe("depth 3, mode fast");
  expect(parameterText("of-another-version", {})).toBe("none");
});
