/** Raw ECGs in every form that is read, made from one real recording: the sample (MIT-BIH 223, ODC-By 1.0), or from a generated one. */
import { readFileSync } from "node:fs";
import { groupItem, dicomBytes } from "../src/ecg/reading/recording/dicom/testing.ts";
import { edfBytes } from "../src/ecg/reading/recording/edf/testing.ts";
import { cutRecording } from "../scripts/lib/cut-recording.ts";
import { parseAnnotations } from "../src/ecg/reading/recording/wfdb/annotation-file.ts";
import { TWELVE_LEADS } from "../src/ecg/recording/lead-names.ts";
import { lines, textFile, type TestFile } from "./heart-rate-files.ts";

const RATE_HZ = 360;
const UNITS_PER_MV = 200;
const ZERO = 1024;

const bytesFile = (name: string, bytes: Uint8Array): TestFile => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
const sampleFile = (extension: string): TestFile => bytesFile(`recording.${extension}`, readFileSync(new URL(`../public/samples/recording.${extension}`, import.meta.url)));

/** The sample as WFDB, in the files asked for: ten minutes at 360 Hz. */
export const wfdbFiles = (...extensions: readonly string[]): TestFile[] => extensions.map(sampleFile);

/** The first seconds of the sample in units of its converter (format 212: two samples in three bytes). */
function adcSamples(seconds: number): number[] {
  const bytes = sampleFile("dat").buffer;
  return Array.from({ length: seconds * RATE_HZ }, (_, i) => {
    const at = 3 * (i >> 1);
    const value = i % 2 === 0 ? bytes[at] | ((bytes[at + 1] & 0x0f) << 8) : bytes[at + 2] | ((bytes[at + 1] & 0xf0) << 4);
    return value >= 2048 ? value - 4096 : value;
  });
}

const mvSamples = (seconds: number): number[] => adcSamples(seconds).map((value) => (value - ZERO) / UNITS_PER_MV);
const comma = (text: string): string => text.replace(".", ",");

/** Parts of the sample, so many seconds each, as WFDB records of their own with their annotations: “part-1”, “part-2” … */
export function partRecords(parts: number, seconds: number): TestFile[] {
  const lead = { name: "MLII", samplesMv: Float32Array.from(mvSamples(parts * seconds)), unusable: [] };
  const { annotations } = parseAnnotations(new Uint8Array(sampleFile("atr").buffer), "recording.atr");
  return Array.from({ length: parts }, (_, part) => `part-${part + 1}`).flatMap((name, part) => {
    const cut = { name, leadIndex: 0, fromSample: part * seconds * RATE_HZ, sampleCount: seconds * RATE_HZ, unitsPerMv: UNITS_PER_MV, zero: ZERO, comments: [] };
    const { hea, dat, atr } = cutRecording({ leads: [lead], samplingRateHz: RATE_HZ, annotations }, cut);
    return [textFile(`${name}.hea`, hea), bytesFile(`${name}.dat`, dat), bytesFile(`${name}.atr`, atr)];
  });
}

/** Times in seconds and two leads in mV, the second half as high. */
export function timedFile(seconds: number): TestFile {
  return textFile("timed.csv", lines("time (s),MLII (mV),V5 (mV)", ...mvSamples(seconds).map((mv, i) => `${(i / RATE_HZ).toFixed(5)},${mv},${mv / 2}`)));
}

/** As the PhysioNet exports it: sample numbers and units of the converter, names in quotes. */
export function physionetFile(seconds: number): TestFile {
  return textFile("223_ekg.csv", lines("'sample #','MLII'", ...adcSamples(seconds).map((value, i) => `${i},${value}`)));
}

/** As the PhysioNet's own viewer exports it: elapsed time, a second row of units. */
export function elapsedFile(seconds: number): TestFile {
  const elapsed = (i: number) => `'0:${(i / RATE_HZ).toFixed(3).padStart(6, "0")}'`;
  return textFile("223.csv", lines("'Elapsed time','MLII'", "'hh:mm:ss.mmm','mV'", ...mvSamples(seconds).map((mv, i) => `${elapsed(i)},${mv.toFixed(3)}`)));
}

/** Nothing but samples of one lead in units of the converter. */
export function bareFile(seconds: number): TestFile {
  return textFile("bare.txt", lines("MLII", ...adcSamples(seconds).map(String)));
}

/** Counted rows of unnamed columns that might as well be a table of heart rates. */
export function unnamedFile(seconds: number): TestFile {
  return textFile("unnamed.csv", lines("a,b", ...adcSamples(seconds).map((value, i) => `${i},${value}`)));
}

/** Semicolons and decimal commas, after a few lines of text. */
export function commaFile(seconds: number): TestFile {
  const rows = mvSamples(seconds).map((mv, i) => `${comma((i / RATE_HZ).toFixed(5))};${comma(mv.toFixed(3))}`);
  return textFile("komma.csv", lines("Aufnahme vom 01.03.2024", "Gerät: Rekorder 3", "Zeit [s];Ableitung II [mV]", ...rows));
}

/** As the watch exports it: notes, then a value in µV a line. */
export function watchFile(seconds: number): TestFile {
  const notes = ["Name,Jane Doe", 'Date of Birth,"Feb 5, 1952"', "Recorded Date,2024-03-01 09:14:40 +0100", "Classification,Sinus Rhythm", 'Device,"Watch5,4"', "Sample Rate,360 hertz", "", "Lead,Lead I", "Unit,µV", ""];
  return textFile("ecg_2024-03-01.csv", lines(...notes, ...mvSamples(seconds).map((mv) => String(Math.round(1000 * mv)))));
}

/** As the chest strap's logger writes it: semicolons, a clock in nanoseconds, µV. */
export function strapFile(seconds: number): TestFile {
  const strapRateHz = 130;
  const mv = mvSamples(seconds);
  const rows = Array.from({ length: seconds * strapRateHz }, (_, i) => {
    const ns = 599618023000000000n + BigInt(Math.round((i * 1e9) / strapRateHz));
    const phone = new Date(Date.UTC(2024, 2, 1, 12) + Math.floor(i / 73) * 561).toISOString().slice(0, -1);
    return [phone, ns, ((i * 1000) / strapRateHz).toFixed(6), Math.round(1000 * mv[Math.floor((i * RATE_HZ) / strapRateHz)])].join(";");
  });
  return textFile("Polar_H10_ECG.txt", lines("Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]", ...rows));
}

/** EDF+ with two leads in µV and a note. */
export function edfFile(seconds: number): TestFile {
  const values = mvSamples(seconds).map((mv) => Math.round(1000 * mv));
  const signals = ["ECG II", "ECG V1"].map((label) => ({ label, values, range: [-32768, 32767, -32768, 32767] as const }));
  const lists = Array.from({ length: seconds }, (_, second) => [`+${second}\u0014\u0014`, ...(second === 0 ? ["+0\u0014Lights off\u0014"] : [])]);
  return bytesFile("night.edf", edfBytes({ signals, recordCount: seconds, variant: "EDF+C", lists, patient: "007 F 05-FEB-1952 Jane_Doe", recording: "Startdate 01-MAR-2024 X X X" }));
}

/** Ten seconds of twelve leads at 360 Hz that follow from each other, of a woman of 60. */
export function dicomFile(): TestFile {
  const uv = mvSamples(10).map((mv) => Math.round(1000 * mv));
  const factors = [0.6, 1, 0.4, -0.8, 0.1, 0.7, -0.5, 0.2, 0.5, 0.9, 1, 0.8];
  const channels = TWELVE_LEADS.map((lead, i) => ({ meaning: `Lead ${lead}`, values: uv.map((value) => Math.round(factors[i] * value)) }));
  const group = groupItem({ channels, samplingRateHz: RATE_HZ });
  return bytesFile("rest.dcm", dicomBytes([["00100040", "CS", "F"], ["00101010", "AS", "060Y"], ["54000100", "SQ", [group]]]));
}

/** The header of a record of two segments. */
export const segmentsFile = (): TestFile => textFile("long.hea", lines("long/2 1 360 216000", "long_1 108000", "long_2 108000"));
