import { describe, expect, it } from "vitest";
import { againstFile, statedText } from "./against-file.ts";

describe("a finding beside the file's classes", () => {
  it.each([
    [true, true, "agreed", "hit"],
    [false, true, "true", "missed"],
    [true, false, "predicted", "false alarm"],
    [false, false, null, "not in the file"],
  ] as const)("reported %s, stated %s", (isReported, isStated, mark, word) => expect(againstFile(isReported, isStated)).toEqual({ mark, word }));

  it("says what is stated and what follows", () => {
    const stated = { file: "ptbxl_database.csv", terminology: "SCP-ECG", statements: ["CLBBB", "IMI", "SR"] } as const;
    expect(statedText({ ...stated, superclasses: ["CD", "MI"] })).toBe("ptbxl_database.csv states: CLBBB, IMI, SR (SCP-ECG), so MI Myocardial infarction and CD Conduction disturbance.");
    expect(statedText({ ...stated, superclasses: [] })).toContain("so none of the five.");
    const many = Array.from({ length: 14 }, (_, i) => `S${i}`);
    expect(statedText({ ...stated, statements: many, superclasses: [] })).toContain("S11 and 2 more (SCP-ECG)");
    expect(statedText({ file: "1.hea", terminology: "words", statements: ["Rhythm: Sinus bradycardia", "Left ventricular hypertrophy"], superclasses: null })).toBe(
      "1.hea states: Rhythm: Sinus bradycardia; Left ventricular hypertrophy. Which superclasses these belong to is not known here.",
    );
  });
});
