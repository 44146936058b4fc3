import { expect, it } from "vitest";
import type { RecordingForm } from "./recording.ts";
import { wfdbRecordName } from "./record-name.ts";

const named = (form: RecordingForm, ...names: readonly string[]) => wfdbRecordName({ form, files: names.map((name) => ({ name, bytes: 1, sha256: "aa", rows: 1 })) });

it("is the header's, in whatever order a record's files come", () => {
  expect(named("wfdb", "100.atr", "100.dat", "100.hea")).toBe("100");
  expect(named("wfdb", "s0010_re.DAT", "S0010.1.HEA")).toBe("S0010.1");
});
it("is none of a recording that is no WFDB record", () => {
  expect(named("edf", "night.edf")).toBeNull();
});
