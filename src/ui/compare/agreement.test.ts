import { expect, it } from "vitest";
import { agreementByPatient, checkTitles, differingParameters } from "./agreement.ts";
import { checkOf as check } from "./testing.ts";

it("counts rows predicted by all, by some and by each; the unscored row by none", () => {
  const agreement = agreementByPatient([check([[NaN, 0, 0], [NaN, 2, 2, 0]]), check([[NaN, 0, 0], [NaN, 2, 0, 3]])]);
  expect(agreement).toEqual([
    { patientId: "p1", rows: 4, predicted: [2, 2], byAll: 1, bySome: 2 },
    { patientId: "p0", rows: 3, predicted: [0, 0], byAll: 0, bySome: 0 },
  ]);
});

it("names the parameters that are not the same in all", () => {
  const checks = [check([[NaN]], { seed: 1, trees: 100 }), check([[NaN]], { seed: 2, trees: 100, window: 21 })];
  expect(differingParameters(checks)).toEqual([
    { name: "seed", values: ["1", "2"] },
    { name: "window", values: ["–", "21"] },
  ]);
});

it("calls checks by their detector, numbered where two have the same", () => {
  const [a, b] = [check([[NaN]]), check([[NaN]])];
  const rule = { ...b, record: { ...b.record, detectorId: "rule" } };
  expect(checkTitles([a, rule], (id) => id)).toEqual(["d", "rule"]);
  expect(checkTitles([a, rule, b], (id) => id)).toEqual(["1. d", "2. rule", "3. d"]);
});
