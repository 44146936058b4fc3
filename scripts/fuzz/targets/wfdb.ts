import { readFileSync } from "node:fs";
import fc from "fast-check";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget } from "../file-target.ts";
import { mutateBytes } from "../mutate/mutate-bytes.ts";
import { mutateText } from "../mutate/mutate-text.ts";
import { openRecording } from "./open-recording.ts";

const FIXTURES = new URL("../../../src/ecg/reading/recording/wfdb/fixtures/", import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, FIXTURES)));

/** 200 frames of as many signals as there are descriptions, in format 16. */
function record(name: string, lines: readonly string[], bytes = 400 * lines.length) {
  const header = [`${name} ${lines.length} 250 200 10:00:00 01/02/2024`, ...lines, "#Age: 61 Sex: F", "#Dx: 426783006", ""].join("\n");
  return [fileOf(`${name}.hea`, header), fileOf(`${name}.dat`, Uint8Array.from({ length: bytes }, (_, i) => (i * 37) % 251))];
}

const minute = [fileOf("119-minute.hea", fixture("119-minute.hea")), fileOf("119-minute.dat", fixture("119-minute.dat").subarray(0, 1200)), fileOf("119-minute.atr", fixture("119-minute.atr").subarray(0, 200))];
const shortened = minute.map((file, i) => (i === 0 ? fileOf(file.name, new TextDecoder().decode(file.bytes).replace(/^(\S+ \S+ \S+) \d+/, "$1 400")) : file));
const header12 = new TextDecoder().decode(fixture("00317_lr.hea")).replace(/^(\S+ \S+ \S+) \d+/, "$1 60");
const ptbXl = [fileOf("00317_lr.hea", header12), fileOf("00317_lr.dat", fixture("00317_lr.dat").subarray(0, 24 * 60)), fileOf("ptbxl_database.csv", fixture("ptbxl_database.csv")), fileOf("scp_statements.csv", fixture("scp_statements.csv"))];

const CORPUS = [
  shortened,
  ptbXl,
  record("a", ["a.dat 16 200/mV 12 0 0 0 0 II", "a.dat 16 200(0)/mV 12 0 0 0 0 V1"]),
  record("b", ["b.dat 212 200 11 1024 995 0 0 MLII", "b.dat 212 200 11 1024 995 0 0 V5"], 600),
  record("c", ["c.dat 16x2:1+24 200/mV 12 0 0 0 0 II", "c.dat 16 100(5)/uV 12 0 0 0 0 resp"], 24 + 1200),
  record("d", ["d.dat 310 200 10 0 0 0 0 I", "d.dat 310 200 10 0 0 0 0 II", "d.dat 310 200 10 0 0 0 0 III"], 800),
];

const field = fc.oneof(fc.nat({ max: 300 }).map(String), fc.constantFrom("16", "212", "200/mV", "1e999", "-1", "0", "999999999999", "16x1000", "16:99999999", "212+999999999", "a.dat", "~", "x/3", "1/2", "12(0)/mV", "1:00:00", "1/1/2024", "#", "II"), fc.string({ maxLength: 6 }));
const header = fc.array(fc.array(field, { maxLength: 9 }).map((fields) => ["a.dat", ...fields].join(" ")), { maxLength: 4 }).map((lines) => [`a ${lines.length} 250 20`, ...lines].join("\n"));

export const wfdbTarget = defineTarget(
  fileTarget({
    name: "wfdb",
    corpus: () => CORPUS,
    mutateFile: ({ name, bytes }, random) => (/\.(?:hea|csv)/i.test(name) ? mutateText : mutateBytes)(bytes, random),
    generated: fc.tuple(header, fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 60 })).map(([text, data, marks]) => [fileOf("a.hea", text), fileOf("a.dat", data), fileOf("a.atr", marks)]),
    read: openRecording,
  }),
);
