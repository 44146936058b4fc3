import { expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import { sortErrors } from "./sorted-errors.ts";

it("parts errors by the file's label and sorts each part, leaving the outputs as they were", () => {
  const errors = Float32Array.of(30, 5, 40, 2, 9);
  expect(sortErrors(errors, Uint8Array.of(1, 0, 3, 0, UNLABELLED))).toEqual({
    normal: Float32Array.of(2, 5),
    anomalous: Float32Array.of(30, 40),
    unlabelled: Float32Array.of(9),
  });
  expect(errors).toEqual(Float32Array.of(30, 5, 40, 2, 9));
});
