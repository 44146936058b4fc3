import { expect, it } from "vitest";
import { readWfdb } from "../../src/ecg/reading/recording/wfdb/read-wfdb.ts";
import type { Recording } from "../../src/ecg/recording/recording.ts";
import { cutRecording } from "./cut-recording.ts";

const N = 1;
const V = 5;
const RHYTHM = 28;
const source: Recording = {
  kind: "recording", files: [], form: "wfdb", samplingRateHz: 360, sampleCount: 2000,
  leads: [{ name: "V1", samplesMv: new Float32Array(2000), unusable: [] }, { name: "MLII", samplesMv: Float32Array.from({ length: 2000 }, (_, i) => Math.round(200 * Math.sin(i / 9)) / 200 - (i === 700 ? 5 : 0)), unusable: [] }],
  startTime: null, timing: { jitterMs: null, gaps: [] }, patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null }, findings: [],
  annotations: {
    sample: Uint32Array.of(10, 400, 450, 600, 900, 1101), code: Uint8Array.of(RHYTHM, RHYTHM, N, V, N, N), subtype: new Int8Array(6), text: new Map([[0, "(N"], [1, "(B"]]),
  },
};
const CUT = { name: "part", leadIndex: 1, fromSample: 500, unitsPerMv: 200, zero: 1024, comments: ["of a test"] };

it.each([600, 601])("a part of %i samples is read back as it was, with its marks and the rhythm it begins in", async (sampleCount) => {
  const { hea, dat, atr } = cutRecording(source, { ...CUT, sampleCount });
  const files = [new File([hea], "part.hea"), new File([dat], "part.dat"), new File([atr], "part.atr")];
  const read = await readWfdb(files, { signal: new AbortController().signal, onProgress: () => undefined });
  expect(read).toMatchObject({ samplingRateHz: 360, sampleCount, findings: [] });
  expect(read.leads.map(({ name }) => name)).toEqual(["MLII"]);
  expect([...read.leads[0].samplesMv]).toEqual([...source.leads[1].samplesMv.subarray(500, 500 + sampleCount)]);
  expect([...(read.annotations?.sample ?? [])]).toEqual([0, 100, 400]);
  expect([...(read.annotations?.code ?? [])]).toEqual([RHYTHM, V, N]);
  expect([...(read.annotations?.text ?? [])]).toEqual([[0, "(B"]]);
});
