import { describe, expect, it } from "vitest";
import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { listPatients } from "./list-patients.ts";

const patient = (patientId: string, predicted: number, errors: readonly [missed: number, wrong: number] | null): PatientCounts => ({
  patientId,
  rows: 101,
  scored: 100,
  predicted,
  confusion: errors && { truePositive: 0, falsePositive: errors[1], falseNegative: errors[0], trueNegative: 0 },
});
const patients = [patient("007", 0, [1, 0]), patient("Ward-B 12", 3, null), patient("100", 9, [0, 2]), patient("ward-a", 0, [0, 0])];

const ids = (filter: "all" | "predicted" | "missed" | "false", search = "") =>
  listPatients(patients, { filter, search }).map(({ patientId }) => patientId);

describe("listPatients", () => {
  it("lists the most severe first", () => expect(ids("all")).toEqual(["100", "Ward-B 12", "007", "ward-a"]));
  it("filters by what was predicted, missed or wrong; without labels nothing is missed or wrong", () => {
    expect(ids("predicted")).toEqual(["100", "Ward-B 12"]);
    expect(ids("missed")).toEqual(["007"]);
    expect(ids("false")).toEqual(["100"]);
  });
  it("searches in any case, with the filter", () => {
    expect(ids("all", " WARD")).toEqual(["Ward-B 12", "ward-a"]);
    expect(ids("predicted", "ward")).toEqual(["Ward-B 12"]);
    expect(ids("all", "nobody")).toEqual([]);
  });
});
