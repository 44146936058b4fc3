import { describe, expect, it } from "vitest";
import { draftOf, readDraft } from "./patient-draft.ts";

const nobody = { ageYears: null, sex: null, heightCm: null, weightKg: null };

describe("the patient's form", () => {
  it("gives back what it was filled with", () => {
    const patient = { ageYears: 69, sex: "female", heightCm: 168.5, weightKg: null } as const;
    expect(readDraft(draftOf(patient))).toEqual({ kind: "fit", patient });
    expect(readDraft(draftOf(nobody))).toEqual({ kind: "fit", patient: nobody });
  });
  it("takes a decimal comma", () => expect(readDraft({ ...draftOf(nobody), weight: " 71,5 " })).toMatchObject({ patient: { weightKg: 71.5 } }));
  it.each([{ age: "old" }, { age: "-1" }, { height: "1.7" }, { weight: "1e9" }])("names the field that will not do: %o", (typed) => {
    const reading = readDraft({ ...draftOf(nobody), ...typed });
    expect(reading.kind === "unfit" && reading.sentence).toContain(Object.keys(typed)[0]);
  });
});
