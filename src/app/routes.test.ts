import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRoute, parseRoute, type Route } from "./routes.ts";

const text = fc.string({ minLength: 1, unit: "binary" }).filter((id) => id.isWellFormed());
const patientId = fc.option(text);
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ screen: "check" }),
  fc.constant<Route>({ screen: "history" }),
  fc.record({ screen: fc.constant("result" as const), checkId: text, patientId, beat: fc.option(fc.nat(1e6)) }),
  fc.constant<Route>({ screen: "models" }),
  fc.record({ screen: fc.constant("model" as const), modelId: text }),
  fc.record({ screen: fc.constant("report" as const), checkId: text, patientId }),
  fc.record({ screen: fc.constant("compare" as const), checkIds: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }) }),
);

describe("routes", () => {
  it("are read back as they were written, whatever an id holds", () => {
    fc.assert(fc.property(route, (each) => {
      expect(parseRoute(formatRoute(each))).toEqual(each);
    }));
  });
  it.each(["", "#", "#/"])("take %j as the check screen", (hash) => expect(parseRoute(hash)).toEqual({ screen: "check" }));
  it("keep leading zeros and spaces of a patient id", () =>
    expect(parseRoute("#/checks/a?patient=007%20b")).toEqual({ screen: "result", checkId: "a", patientId: "007 b", beat: null }));
  it.each(["#/nowhere", "#/checks", "#/checks/a/b", "#/compare", "#/compare?checks=", "#/history/x"])("do not know %s", (hash) =>
    expect(parseRoute(hash)).toEqual({ screen: "unknown", address: hash }));
  it("count beats from 1, and open none for what is no such number", () => {
    expect(parseRoute("#/checks/a?beat=12")).toEqual({ screen: "result", checkId: "a", patientId: null, beat: 11 });
    for (const beat of ["0", "-1", "1.5", "x", ""]) expect(parseRoute(`#/checks/a?beat=${beat}`)).toMatchObject({ beat: null });
  });
  it("survive an address that is no valid encoding", () =>
    expect(parseRoute("#/checks/%E0%A4%A")).toEqual({ screen: "result", checkId: "%E0%A4%A", patientId: null, beat: null }));
});
