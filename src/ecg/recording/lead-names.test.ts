import { expect, it } from "vitest";
import { standardLead, TWELVE_LEADS } from "./lead-names.ts";

it.each([
  ["MLII", "MLII"], ["'MLII'", "MLII"], ["v1", "V1"], ["Lead I", "I"], ["ECG_II", "II"], ["AVR", "aVR"], ["ECG Lead aVF", "aVF"], ["II (mV)", "II"], ["V5 [uV]", "V5"],
  ["DII", "II"], ["Ableitung III", "III"], ["lead 2", "II"], ["C4", "V4"], ["2", null], ["ECG", null], ["ECG1", null], ["value", null], ["", null], ["V10", null],
])("%j is %j", (name, lead) => expect(standardLead(name)).toBe(lead));

it("knows each of the twelve", () => {
  for (const lead of TWELVE_LEADS) expect(standardLead(lead.toUpperCase())).toBe(lead);
});
