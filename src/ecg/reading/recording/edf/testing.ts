import type { Problem } from "../../../problem.ts";
import type { Recording } from "../../../recording/recording.ts";
import { readEdf } from "./read-edf.ts";
import { problemFrom } from "../testing.ts";

/** Helpers for the tests of this folder: a writer of EDF and EDF+ files. */

export function read(file: File, chunkBytes?: number): Promise<Recording> {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  return readEdf(file, chunkBytes === undefined ? control : { ...control, chunkBytes });
}

export const problemOf = (file: File): Promise<Problem> => problemFrom(read(file));

export interface SignalToWrite {
  readonly label: string;
  /** digital values of all data records */
  readonly values: readonly number[];
  readonly unit?: string;
  /** physical and digital minimum and maximum; default −3276.8 … 3276.7 for all 16 bits */
  readonly range?: readonly [number, number, number, number];
}

export interface EdfToWrite {
  readonly signals: readonly SignalToWrite[];
  readonly recordCount: number;
  readonly recordDurationS?: number;
  readonly variant?: "" | "EDF+C" | "EDF+D";
  /** lists of each record, as text, without the zero bytes */
  readonly lists?: readonly (readonly string[])[];
  readonly patient?: string;
  readonly recording?: string;
  readonly date?: string;
  readonly time?: string;
  readonly announcedRecords?: number;
}

const LIST_BYTES = 120;
const FULL_RANGE = [-3276.8, 3276.7, -32768, 32767] as const;

/** The text of one list: a time, and notes. */
export const list = (onset: string, ...notes: string[]): string => `${onset}\u0014${notes.map((note) => `${note}\u0014`).join("")}`;

export function edfBytes(edf: EdfToWrite): Uint8Array<ArrayBuffer> {
  const { signals, recordCount, recordDurationS = 1, variant = "", lists, patient = "", recording = "", date = "02.03.04", time = "05.06.07", announcedRecords = recordCount } = edf;
  const columns = [
    ...signals.map(({ label, values, unit = "uV", range = FULL_RANGE }) => ({ label, unit, range, samples: values.length / recordCount })),
    ...(lists ? [{ label: "EDF Annotations", unit: "", range: [-1, 1, -32768, 32767] as const, samples: LIST_BYTES / 2 }] : []),
  ];
  const each = (length: number, of: (column: (typeof columns)[number]) => string | number) => columns.map((column) => String(of(column)).padEnd(length)).join("");
  const fixed: readonly (readonly [string | number, number])[] = [
    ["0", 8], [patient, 80], [recording, 80], [date, 8], [time, 8], [256 * (columns.length + 1), 8], [variant, 44], [announcedRecords, 8], [recordDurationS, 8], [columns.length, 4],
  ];
  const header = [
    ...fixed.map(([text, length]) => String(text).padEnd(length)),
    each(16, ({ label }) => label), each(80, () => ""), each(8, ({ unit }) => unit),
    ...[0, 1, 2, 3].map((i) => each(8, ({ range }) => range[i])),
    each(80, () => ""), each(8, ({ samples }) => samples), each(32, () => ""),
  ].join("");
  const data = Array.from({ length: recordCount }, (_, record) => [
    ...signals.flatMap(({ values }) => {
      const samples = values.length / recordCount;
      return [...new Uint8Array(Int16Array.from(values.slice(record * samples, (record + 1) * samples)).buffer)];
    }),
    ...(lists ? padded(new TextEncoder().encode(lists[record].map((text) => `${text}\0`).join(""))) : []),
  ]).flat();
  return Uint8Array.from([...Array.from(header, (character) => character.charCodeAt(0)), ...data]);
}

export function edfFile(edf: EdfToWrite): File {
  return new File([edfBytes(edf)], "made.edf");
}

function padded(bytes: Uint8Array): number[] {
  return [...bytes, ...new Array<number>(LIST_BYTES - bytes.length).fill(0)];
}
