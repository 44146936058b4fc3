import { turns, type JobControl } from "../progress.ts";
import type { Recording } from "../recording/recording.ts";

/** A WFDB record of one signal file: see header(5) and signal(5). */
export interface WfdbRecord {
  /** text of NAME.hea */
  readonly header: string;
  /** bytes of NAME.dat: samples of all leads in turn, in format 16 */
  readonly signals: Uint8Array<ArrayBuffer>;
}

/** ADC units a mV: a step is 1 µV, unless a lead reaches so far that it would not fit 16 bits. */
const USUAL_GAIN = 1000;
const HIGHEST_VALUE = 32_767;
/** Stands for a sample that was not taken. */
const MISSING = -32_768;

/**
 * A recording as a WFDB record under this name, so that WFDB's own tools read annotations beside it. Samples are rounded to
 * 1 µV (coarser in leads beyond ±32.767 mV); missing ones are written as missing. Of the patient, age and sex are kept.
 * Rejects with the signal's reason when aborted.
 */
export async function wfdbRecord(
  { leads, samplingRateHz, sampleCount, startTime, patient }: Pick<Recording, "leads" | "samplingRateHz" | "sampleCount" | "startTime" | "patient">,
  name: string,
  { signal, onProgress }: JobControl,
): Promise<WfdbRecord> {
  signal.throwIfAborted();
  const signals = new Uint8Array(2 * leads.length * sampleCount);
  const view = new DataView(signals.buffer);
  const total = leads.length * sampleCount;
  const turn = turns(signal, (done) => onProgress({ stage: "Writing the record", done, total, unit: "steps" }));
  const lines: string[] = [];
  for (const [lead, { name: leadName, samplesMv, unusable }] of leads.entries()) {
    const gain = gainOf(samplesMv);
    const missing = unusable.filter(({ cause }) => cause === "missing");
    let sum = 0;
    let gap = 0;
    for (let i = 0; i < sampleCount; i++) {
      while (gap < missing.length && missing[gap].to <= i) gap++;
      const value = gap < missing.length && missing[gap].from <= i ? MISSING : Math.round(samplesMv[i] * gain);
      view.setInt16(2 * (i * leads.length + lead), value, true);
      sum += value;
      if (i % 100_000 === 0) await turn(lead * sampleCount + i);
    }
    const first = sampleCount === 0 ? 0 : view.getInt16(2 * lead, true);
    lines.push(`${name}.dat 16 ${gain}(0)/mV 16 0 ${first} ${Number(BigInt.asIntN(16, BigInt(sum)))} 0 ${leadName}`);
  }
  const record = [name, leads.length, samplingRateHz, sampleCount, ...startFields(startTime)].join(" ");
  return { header: [record, ...lines, ...patientNotes(patient), ""].join("\r\n"), signals };
}

function gainOf(samplesMv: Float32Array): number {
  const furthest = samplesMv.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return furthest * USUAL_GAIN <= HIGHEST_VALUE ? USUAL_GAIN : HIGHEST_VALUE / furthest;
}

/** "14:05:03.5 24/10/2026" of "2026-10-24T14:05:03.5" */
function startFields(startTime: string | null): readonly string[] {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)/.exec(startTime ?? "");
  return match === null ? [] : [match[4], `${match[3]}/${match[2]}/${match[1]}`];
}

function patientNotes({ ageYears, sex }: Recording["patient"]): readonly string[] {
  return [...(ageYears === null ? [] : [`# Age: ${ageYears}`]), ...(sex === null ? [] : [`# Sex: ${sex === "female" ? "Female" : "Male"}`])];
}
