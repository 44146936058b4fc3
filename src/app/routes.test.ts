import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRoute, parseRoute, resultRoute, type Route } from "./routes.ts";

const text = fc.string({ minLength: 1, unit: "binary" }).filter((id) => id.isWellFormed());
const patient = fc.option(fc.nat(1e6));
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant<Route>({ screen: "check" }),
  fc.constant<Route>({ screen: "history" }),
  fc.record({ screen: fc.constant("result" as const), checkId: text, patient, beat: fc.option(fc.nat(1e6)), tab: fc.option(text), atS: fc.option(fc.nat(1e8).map((ms) => ms / 1000)) }),
  fc.constant<Route>({ screen: "models" }),
  fc.record({ screen: fc.constant("model" as const), modelId: text }),
  fc.record({ screen: fc.constant("report" as const), checkId: text, patient }),
  fc.record({ screen: fc.constant("compare" as const), checkIds: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }) }),
);

describe("routes", () => {
  it("are read back as they were written, whatever an id holds", () => {
    fc.assert(fc.property(route, (each) => {
      expect(parseRoute(formatRoute(each))).toEqual(each);
    }));
  });
  it.each(["", "#", "#/"])("take %j as the check screen", (hash) => expect(parseRoute(hash)).toEqual({ screen: "check" }));
  it.each(["#/nowhere", "#/checks", "#/checks/a/b", "#/compare", "#/compare?checks=", "#/history/x"])("do not know %s", (hash) =>
    expect(parseRoute(hash)).toEqual({ screen: "unknown", address: hash }));
  it("count patients and beats from 1, and pick none for what is no such number", () => {
    expect(parseRoute("#/checks/a?patient=3")).toEqual(resultRoute("a", { patient: 2 }));
    expect(parseRoute("#/report/a?patient=3")).toEqual({ screen: "report", checkId: "a", patient: 2 });
    expect(parseRoute("#/checks/a?beat=12")).toEqual(resultRoute("a", { beat: 11 }));
    for (const number of ["0", "-1", "1.5", "x", ""]) expect(parseRoute(`#/checks/a?beat=${number}&patient=${number}`)).toMatchObject({ beat: null, patient: null });
  });
  it("count time in seconds to the millisecond, and have none for what is no such number", () => {
    expect(formatRoute(resultRoute("a", { tab: "rhythm", atS: 581.90277 }))).toBe("#/checks/a?tab=rhythm&at=581.903");
    expect(parseRoute("#/checks/a?tab=rhythm&at=581.903")).toEqual(resultRoute("a", { tab: "rhythm", atS: 581.903 }));
    for (const at of ["-1", "1e3", "1.", "x", ""]) expect(parseRoute(`#/checks/a?at=${at}`)).toMatchObject({ atS: null });
  });
  it("survive an address that is no valid encoding", () =>
    expect(parseRoute("#/checks/%E0%A4%A")).toEqual(resultRoute("%E0%A4%A")));
});
