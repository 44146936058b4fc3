import { describe, expect, it } from "vitest";
import { isUnitWord, meaningOfName } from "./column-names.ts";

describe("meaningOfName", () => {
  it.each([
    ["time", "time t ts date timestamp Timestamp TIME Date.Time elapsed_time"],
    ["patient", "patient id subject record patient_id Patient.ID PatientID subject_id RecordId"],
    ["rate", "hr bpm heart_rate Heart.Rate pulse heartrate HEARTRATE hr_bpm rr ibi nn rr_interval RR-interval IBI"],
    ["label", "label anomaly is_anomaly target y ground_truth IsAnomaly Ground.Truth"],
    ["index", "Unnamed:_0 index"],
    ["cycle", "cycle_id"],
    ["hr_diff", "hr_diff"],
    ["peak_label", "peak_label"],
    ["other", "hr_diff_4 time_gap"],
    ["ecg", "ecg MLII V1 aVR II lead_I"],
  ])("%s", (role, names) => {
    for (const name of names.split(" ")) expect(meaningOfName(name)).toMatchObject({ role, exact: true });
  });

  it.each([
    ["HR (bpm)", "rate", "bpm", "bpm"],
    ["Heart Rate [1/min]", "rate", "bpm", "bpm"],
    ["heart rate", "rate", "bpm", null],
    ["RR (ms)", "rate", "rr", "ms"],
    ["rr interval [s]", "rate", "rr", "s"],
    ["ibi_ms", "rate", "rr", "ms"],
    ["'Elapsed time'", "time", "bpm", null],
    ["Time (s)", "time", "bpm", "s"],
    ["time_ms", "time", "bpm", "ms"],
    ["ms", "time", "bpm", "ms"],
  ])("%s: %s in %s, %s", (name, role, quantity, unit) => expect(meaningOfName(name)).toEqual({ role, quantity, unit, exact: true }));

  it.each([
    ["resting pulse left", "rate"],
    ["patient name", "patient"],
    ["local time", "time"],
    ["colour", null],
    ["", null],
    ["thrill", null],
  ])("%j is no more than a hint at %s", (name, role) => expect(meaningOfName(name)).toMatchObject({ role, exact: false }));
});

it.each([["seconds", true], ["'mV'", true], ["(bpm)", true], ["µV", true], ["hr", false], ["", false]])("%j is a unit: %s", (cell, isUnit) =>
  expect(isUnitWord(cell)).toBe(isUnit),
);
