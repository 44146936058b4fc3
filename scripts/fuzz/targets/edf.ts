import fc from "fast-check";
import type { Random } from "../../../src/ecg/numeric/random.ts";
import { edfBytes, list } from "../../../src/ecg/reading/recording/edf/testing.ts";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from "../mutate/hostile.ts";
import { mutateBytes, type Bytes } from "../mutate/mutate-bytes.ts";
import { pick } from "../mutate/pick.ts";
import { openRecording } from "./open-recording.ts";

const wave = (count: number, of = (i: number) => 1000 * Math.sin(i / 9)): number[] => Array.from({ length: count }, (_, i) => Math.round(of(i)));
const two = [{ label: "ECG II", values: wave(150) }, { label: "V1", values: wave(150, (i) => i) }];

const CORPUS = [
  edfBytes({ signals: two, recordCount: 3, patient: "Case 7" }),
  edfBytes({ signals: two, recordCount: 3, announcedRecords: -1, recordDurationS: 0.5 }),
  edfBytes({ signals: two, recordCount: 3, variant: "EDF+C", patient: "MCH-02_34 F 02-MAY-1951 Haagse_Harry", recording: "Startdate 01-MAY-2004 X X X", lists: ["+0", "+1", "+2"].map((onset) => [list(onset, ""), list(`${onset}\u00150.2`, "N", "note")]) }),
  edfBytes({ signals: two, recordCount: 3, variant: "EDF+D", lists: ["+0", "+1", "+3.5"].map((onset) => [list(onset, ""), list(onset, "V")]) }),
  edfBytes({ signals: [{ label: "EEG", values: wave(60) }, { label: "ECG", values: wave(120), unit: "mV", range: [-5, 5, -2048, 2047] }, { label: "SaO2", values: wave(30), unit: "%" }], recordCount: 3 }),
];

/** Lengths of the fields of the header's first part, and of each field of the signals' part. */
const FIXED = [8, 80, 80, 8, 8, 8, 44, 8, 8, 4];
const OF_SIGNALS = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32];
const TEXTS = [...HOSTILE_NUMBERS, ...HOSTILE_TEXTS, "EDF+D", "EDF+C", "EDF Annotations", "uV", "mV", "V", "ECG", "00.00.00", "31.12.99", "yy", "99999999", "1E9", "1E-9", "99999.99", "-9999999"];

/** Places and lengths of all fields of a header of so many signals. */
function fieldsOf(signals: number): { readonly at: number; readonly length: number }[] {
  let at = 0;
  return [...FIXED, ...OF_SIGNALS.flatMap((length) => new Array<number>(signals).fill(length))].map((length) => ({ at: (at += length) - length, length }));
}

function mutateEdf(bytes: Bytes, random: Random): Bytes {
  const way = random.uniform();
  if (bytes.length < 512 || way < 0.3) return mutateBytes(bytes, random);
  const signals = Math.min(8, Math.max(1, Number(String.fromCharCode(...bytes.subarray(252, 256))) || 1));
  const headerBytes = 256 * (signals + 1);
  const copy = bytes.slice();
  if (way < 0.45 && bytes.length > headerBytes) {
    // An onset, or another text, somewhere in the data records.
    copy.set(new TextEncoder().encode(pick(random, ["+0", "+1e9", "+99999999", "+3600", "-1", "+86400", "+0.0000001", "+", "\u0014\u0014\0", "\0"])).subarray(0, bytes.length - headerBytes), Math.min(bytes.length - 12, Math.max(0, copy.lastIndexOf(0x2b, bytes.length - 1 - random.integer(bytes.length - headerBytes)))));
    return copy;
  }
  const { at, length } = pick(random, fieldsOf(signals));
  const text = new TextEncoder().encode(pick(random, TEXTS).padEnd(length)).subarray(0, length);
  copy.set(text.subarray(0, Math.max(0, copy.length - at)), Math.min(at, copy.length));
  return copy;
}

const onset = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => `+${value.toFixed(3)}`), fc.constantFrom("+0", "+1", "+1e9", "+2.", "x", "+99999999999"));
const generated = fc
  .record({ variant: fc.constantFrom("" as const, "EDF+C" as const, "EDF+D" as const), recordDurationS: fc.constantFrom(1, 0.1, 0, 1e-7, 9e7, -1), onsets: fc.array(onset, { minLength: 1, maxLength: 3 }), announcedRecords: fc.constantFrom(-1, 0, 1, 2, 3, 99_999_999), label: fc.constantFrom("ECG", "I", "", "EEG", "EDF Annotations"), unit: fc.constantFrom("uV", "mV", "V", "", "%") })
  .map(({ onsets, label, unit, ...rest }) => [fileOf("a.edf", edfBytes({ signals: [{ label, unit, values: wave(20 * onsets.length) }], recordCount: onsets.length, lists: onsets.map((own) => [list(own, ""), list(own, "N")]), ...rest }))]);

export const edfTarget = defineTarget(
  fileTarget({
    name: "edf",
    corpus: () => CORPUS.map((bytes) => [fileOf("a.edf", bytes)]),
    mutateFile: ({ bytes }, random) => mutateEdf(bytes, random),
    generated,
    read: openRecording,
  }),
);
