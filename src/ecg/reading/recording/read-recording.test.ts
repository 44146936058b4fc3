import { describe, expect, it } from "vitest";
import { edfFile } from "./edf/testing.ts";
import { readRecordingFiles } from "./read-recording.ts";
import { ecgMv } from "./text/testing.ts";
import { fixture } from "./wfdb/testing.ts";

const read = (files: readonly File[]) => readRecordingFiles(files, null, { signal: new AbortController().signal, onProgress: () => undefined });
const text = (name: string) => new File([`Sampling rate: 250 Hz\nII (mV)\n${ecgMv(300, 250).map((mv) => mv.toFixed(3)).join("\n")}\n`], name);

describe("readRecordingFiles", () => {
  it.each<[string, readonly File[]]>([
    ["wfdb", ["hea", "dat", "atr"].map((extension) => fixture(`119-minute.${extension}`))],
    ["edf", [edfFile({ signals: [{ label: "ECG II", values: ecgMv(500, 250, 1000).map(Math.round) }], recordCount: 2 })]],
    ["delimited-text", [text("a.csv")]],
  ])("reads %s", async (form, files) => {
    expect(await read(files)).toMatchObject({ kind: "recording", recording: { kind: "recording", form } });
  });

  it("gives a DICOM file to its own reader", async () => {
    await expect(read([new File([`${"\0".repeat(128)}DICM`, new Uint8Array(40)], "a.dcm")])).rejects.toMatchObject({ name: "ProblemError", place: { file: "a.dcm" } });
  });

  it.each([
    ["no-file", []],
    ["several-recordings", [text("a.csv"), text("b.csv")]],
    ["no-header", [fixture("119-minute.dat")]],
  ])("%s", async (code, files) => {
    await expect(read(files)).rejects.toMatchObject({ code });
  });
});
