import { expect, it } from "vitest";
import { cosineRate } from "./learning-rate.ts";

it("cosineRate falls from the highest to the lowest rate, half of it by the middle", () => {
  const rate = cosineRate(0.01, 0.001, 11);
  const rates = Array.from({ length: 11 }, (_, epoch) => rate(epoch));
  expect(rates[0]).toBeCloseTo(0.01, 12);
  expect(rates[5]).toBeCloseTo(0.0055, 12);
  expect(rates[10]).toBeCloseTo(0.001, 12);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(cosineRate(0.01, 0.001, 1)(0)).toBeCloseTo(0.01, 12);
});
