import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixture, read } from "../reading/recording/wfdb/testing.ts";
import type { Recording } from "../recording/recording.ts";
import { quiet } from "./testing.ts";
import { wfdbRecord } from "./wfdb-record.ts";

const nobody = { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null };
const recordingOf = (leads: Recording["leads"], more: Partial<Recording> = {}) =>
  ({ leads, samplingRateHz: 250, sampleCount: leads[0].samplesMv.length, startTime: null, patient: nobody, ...more });
const lead = (name: string, samplesMv: readonly number[], unusable: Recording["leads"][number]["unusable"] = []) => ({ name, samplesMv: Float32Array.from(samplesMv), unusable });

async function readBack(recording: Parameters<typeof wfdbRecord>[0]): Promise<Recording> {
  const { header, signals } = await wfdbRecord(recording, "night", quiet);
  return read([new File([header], "night.hea"), new File([signals], "night.dat")]);
}

describe("wfdbRecord", () => {
  it("is read back to the microvolt, checksums and all, whatever the samples", async () => {
    const samples = fc.array(fc.double({ min: -32, max: 32, noNaN: true }), { minLength: 300, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(samples, samples, fc.constantFrom(130, 250, 511.984), async (first, second, samplingRateHz) => {
        const count = Math.min(first.length, second.length);
        const back = await readBack(recordingOf([lead("II", first.slice(0, count)), lead("V1", second.slice(0, count))], { samplingRateHz }));
        expect(back).toMatchObject({ samplingRateHz, sampleCount: count });
        expect(back.leads.map(({ name }) => name)).toEqual(["II", "V1"]);
        expect(back.findings.filter(({ sentence }) => /checksum/i.test(sentence))).toEqual([]);
        for (const [i, own] of [first, second].entries()) {
          back.leads[i].samplesMv.forEach((value, at) => expect(Math.abs(value - own[at])).toBeLessThanOrEqual(0.00051));
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keeps a lead beyond 16 bits by coarser steps, and what is missing as missing", async () => {
    const wide = Array.from({ length: 1000 }, (_, i) => 400 * Math.sin(i / 20));
    const gap = [{ from: 200, to: 260, cause: "missing" as const }];
    const { leads } = await readBack(recordingOf([lead("I", wide, gap)]));
    expect(leads[0].unusable).toContainEqual(gap[0]);
    leads[0].samplesMv.forEach((value, at) => expect(at >= 200 && at < 260 ? 0 : Math.abs(value - wide[at])).toBeLessThan(0.01));
  });

  it("keeps start, age and sex", async () => {
    const patient = { ...nobody, ageYears: 73, sex: "male" as const };
    expect(await readBack(recordingOf([lead("I", new Array<number>(300).fill(0.1))], { startTime: "2026-10-24T14:05:03.500", patient }))).toMatchObject({ startTime: "2026-10-24T14:05:03.500", patient });
  });

  it("of a published minute is the same minute", async () => {
    const recording = await read(["119-minute.hea", "119-minute.dat"].map(fixture));
    const back = await readBack(recording);
    recording.leads.forEach(({ samplesMv }, i) => expect(back.leads[i].samplesMv).toEqual(samplesMv));
  });

  it("stops when aborted", async () => {
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(wfdbRecord(recordingOf([lead("I", [0, 0.1])]), "a", { ...quiet, signal: stopped })).rejects.toThrow("stopped");
  });
});
