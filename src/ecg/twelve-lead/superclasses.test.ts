import { describe, expect, it } from "vitest";
import { scpCodes, superclassesOf, type ScpStatement } from "./superclasses.ts";

const STATEMENTS = new Map<string, ScpStatement>([
  ["NORM", { isDiagnostic: true, diagnosticClass: "NORM" }],
  ["IMI", { isDiagnostic: true, diagnosticClass: "MI" }],
  ["AMI", { isDiagnostic: true, diagnosticClass: "MI" }],
  ["LVH", { isDiagnostic: true, diagnosticClass: "HYP" }],
  ["SR", { isDiagnostic: false, diagnosticClass: "" }],
  ["LVOLT", { isDiagnostic: false, diagnosticClass: "" }],
]);

describe("superclasses of a record's statements", () => {
  it("reads the codes of a Python dictionary, whatever their likelihood", () => {
    expect(scpCodes("{'IMI': 0.0, 'NST_': 100.0, '1AVB': 35.0}")).toEqual(["IMI", "NST_", "1AVB"]);
    expect(scpCodes("{}")).toEqual([]);
  });

  it("takes diagnostic statements only; several can be of one class, and several classes can hold", () => {
    expect([...superclassesOf(["IMI", "AMI", "LVH", "SR"], STATEMENTS)]).toEqual(["MI", "HYP"]);
    expect([...superclassesOf(["NORM", "LVOLT"], STATEMENTS)]).toEqual(["NORM"]);
  });

  it("is none where no statement is diagnostic or known", () => {
    expect(superclassesOf(["SR", "UNHEARD"], STATEMENTS).size).toBe(0);
  });
});
