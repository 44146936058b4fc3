import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { AAMI } from "../beats/classes.ts";
import { fixture, read } from "../reading/recording/wfdb/testing.ts";
import { findBeats } from "../recording/recording-beats.ts";
import type { CheckedRecording } from "./checked-recording.ts";
import { recordingCsv } from "./recording-csv.ts";
import { checkedBeats, quiet, surely } from "./testing.ts";

async function rowsOf(checked: CheckedRecording): Promise<Record<string, string>[]> {
  const { data, errors } = Papa.parse<Record<string, string>>((await (await recordingCsv(checked, quiet)).text()).trimEnd(), { header: true });
  expect(errors).toEqual([]);
  return data;
}

const two = checkedBeats([100, 900, 1700, 2200], [AAMI.N, AAMI.N, AAMI.V, AAMI.Q]);

describe("recordingCsv", () => {
  it("has one header, and cells that are empty where nothing is known", async () => {
    const text = await (await recordingCsv(checkedBeats([100], [AAMI.V]), quiet)).text();
    expect(text).toBe(
      "beat,sample,time_s,clock_time,rr_before_ms,rate_bpm,predicted_class,predicted_probability," +
      "probability_N,probability_S,probability_V,probability_F,probability_Q,relabelled_class,annotation,template," +
      "p_onset_s,p_peak_s,p_end_s,qrs_onset_s,qrs_end_s,t_onset_s,t_peak_s,t_end_s,noise\n" +
      "1,100,0.1,,,,V,0.75,0.0625,0.0625,0.75,0.0625,0.0625,,,,,,,,,,,,\n",
    );
  });

  it("gives intervals but across a gap, which it names", async () => {
    const rows = await rowsOf({ ...two, lead: { unusable: [{ from: 1000, to: 1200, cause: "missing" }] } });
    expect(rows.map(({ rr_before_ms, rate_bpm, noise }) => [rr_before_ms, rate_bpm, noise])).toEqual([["", "", ""], ["800", "75", "missing"], ["", "", ""], ["500", "120", ""]]);
  });

  it("counts the recorder's clock over midnight", async () => {
    const [, second] = await rowsOf({ ...two, recording: { ...two.recording, startTime: "2026-11-20T23:59:59.5" } });
    expect(second.clock_time).toBe("2026-11-21T00:00:00.400");
  });

  it("keeps the model's class, the clinician's and the file's code apart", async () => {
    const annotations = { sample: Uint32Array.of(0, 110, 890, 1700), code: Uint8Array.of(28, 2, 12, 5), subtype: new Int8Array(4), text: new Map() };
    const rows = await rowsOf({ ...two, recording: { ...two.recording, annotations }, relabels: new Map([[1, AAMI.S]]) });
    expect(rows.map(({ predicted_class, relabelled_class, annotation }) => [predicted_class, relabelled_class, annotation])).toEqual([["N", "", "L"], ["N", "S", "/"], ["V", "", "V"], ["Q", "", ""]]);
  });

  it("writes a minute of a published record so that its beats can be read back", async () => {
    const recording = await read(["hea", "dat", "atr"].map((ending) => fixture(`119-minute.${ending}`)));
    const [lead] = recording.leads;
    const beats = await findBeats(lead, recording.samplingRateHz, quiet);
    const rows = await rowsOf({ recording, lead, beats, probabilities: surely(Array.from(beats.peakSample, () => AAMI.N)), relabels: new Map() });
    expect(rows.map(({ sample }) => Number(sample))).toEqual([...beats.peakSample]);
    expect(new Set(rows.map(({ annotation }) => annotation))).toEqual(new Set(["N", "V"]));
    rows.forEach(({ time_s, sample, template, qrs_onset_s, qrs_end_s }, beat) => {
      expect(Number(time_s) * 360).toBeCloseTo(Number(sample), 3);
      expect(Number(qrs_onset_s || time_s)).toBeLessThanOrEqual(Number(time_s));
      expect(Number(qrs_end_s || time_s)).toBeGreaterThanOrEqual(Number(time_s));
      expect(template).toBe(beats.templates.templateOf[beat] === 255 ? "" : String(beats.templates.templateOf[beat] + 1));
    });
  });

  it("reports beats, and stops between parts once aborted", async () => {
    const done: number[] = [];
    const controller = new AbortController();
    const onProgress = (progress: { done: number }) => {
      done.push(progress.done);
      if (progress.done === 10_000) controller.abort();
    };
    const many = checkedBeats(Array.from({ length: 12_000 }, (_, i) => i * 800), Array.from({ length: 12_000 }, () => AAMI.N));
    await expect(recordingCsv(many, { signal: controller.signal, onProgress })).rejects.toHaveProperty("name", "AbortError");
    expect(done).toEqual([5000, 10_000]);
  });
});
