import { expect, it } from "vitest";
import { wfdbRecordName } from "./record-name.ts";

const named = (...names: readonly string[]) => wfdbRecordName(names.map((name) => ({ name })));

it("is the header's, in whatever order a record's files come", () => {
  expect(named("100.atr", "100.dat", "100.hea")).toBe("100");
  expect(named("s0010_re.DAT", "S0010.1.HEA")).toBe("S0010.1");
});
it("is none of a recording that is no WFDB record", () => {
  expect(named("night.edf")).toBeNull();
});
