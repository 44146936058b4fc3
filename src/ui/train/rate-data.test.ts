import { describe, expect, it } from "vitest";
import type { Verdict, VerdictRecord } from "../../db/records.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { checkOf } from "../compare/testing.ts";
import { gatherRates, sourceOfRates, sourcesOfRateChecks } from "./rate-data.ts";

const verdict = (patientId: string, peakRow: number, word: Verdict): VerdictRecord => ({ checkId: "x", patientId, peakRow, verdict: word, at: "2026-11-21T08:00:00.000Z" });
/** p0 has events at rows 1 and 40, p1 at row 1 and p2 none; a check without labels has 0 in every row of its file here. */
const withEvents = (...rows: readonly number[]) => Array.from({ length: 60 }, (_, row) => (rows.includes(row) ? 2 : 0));
const check = checkOf([withEvents(1, 40), withEvents(1), withEvents()]);
const labelsOf = (labels: Parameters<typeof gatherRates>[1], verdicts: readonly VerdictRecord[], of = check) =>
  gatherRates(sourcesOfRateChecks([{ check: of, verdicts }]), labels).patients.map(({ patientId, label }) => [patientId, label[0], label[1], label[40]]);

describe("heart rates to learn from", () => {
  it("have the file's labels, corrected where a clinician accepted or rejected an event", () => {
    const verdicts = [verdict("p0", 1, "accepted"), verdict("p0", 40, "rejected"), verdict("p1", 1, "uncertain")];
    expect(labelsOf("file-and-clinician", verdicts)).toEqual([["p0", 0, 1, 0], ["p1", 0, 0, 0], ["p2", 0, 0, 0]]);
  });

  it("are reviewed patients alone where only the clinician counts: what has no verdict teaches nothing", () => {
    expect(labelsOf("clinician", [verdict("p0", 1, "accepted")])).toEqual([["p0", 0, 1, UNLABELLED]]);
  });

  it("leave out patients without a label, and tell patients of several files apart", () => {
    const unlabelled = { ...check, patients: check.patients.map((patient) => ({ ...patient, label: patient.label.map(() => UNLABELLED) })) };
    expect(labelsOf("file-and-clinician", [verdict("p1", 1, "accepted")], unlabelled)).toEqual([["p1", UNLABELLED, 1, UNLABELLED]]);
    const source = sourceOfRates({ files: [], patients: check.patients });
    expect(gatherRates([source, source], "file-and-clinician").patients.map(({ patientId }) => patientId)).toEqual(["1/p0", "1/p1", "1/p2", "2/p0", "2/p1", "2/p2"]);
  });

  it("come once of two checks of one opening", () => {
    expect(sourcesOfRateChecks([{ check, verdicts: [] }, { check, verdicts: [] }])).toHaveLength(1);
  });
});
