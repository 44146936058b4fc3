import { meaningOfName } from "./column-names.ts";
import { firstLines, guessDialect, isDatum, splitSample } from "./dialect.ts";
import { readAnyHeadText, readHeadText, type HeadText } from "./head.ts";
import { isArff } from "./beats/arff-header.ts";
import { readPreamble } from "./preamble.ts";
import { signedFormOf } from "./recording/recording-signature.ts";
import { isRecordingText } from "./recording/text/is-recording.ts";
import { isWfdb } from "./recording/wfdb/record-files.ts";

export type TableKind = "heart-rate" | "beats";
export type FileKind = TableKind | "recording";

const LOOKED_AT_LINES = 20;
/** A beat has more samples than a table of heart rates has columns. */
const LEAST_CELLS = 32;

/**
 * Whether a row of the file is one heartbeat: an ARFF file, or rows of many numbers none of whose names says that it is
 * a heart rate, a time or a patient. Whatever else it is, the heart-rate reader says so. Throws what `readHeadText` throws.
 */
export async function tableKindOf(file: File): Promise<TableKind> {
  return tableKindOfText(await readHeadText(file));
}

/** As `tableKindOf`, or "recording" for a raw ECG or a file that belongs to one. Throws what `readAnyHeadText` throws. */
export async function fileKindOf(file: File): Promise<FileKind> {
  if (isWfdb([file]) || (await signedFormOf(file)) !== null) return "recording";
  const text = await readAnyHeadText(file);
  const kind = tableKindOfText(text);
  return kind === "heart-rate" && isRecordingText(text) ? "recording" : kind;
}

function tableKindOfText({ text, isWhole }: HeadText): TableKind {
  const preamble = readPreamble(text);
  const body = text.slice(preamble.endsAt);
  if (isArff(body)) return "beats";
  const sample = firstLines(body, LOOKED_AT_LINES);
  const isAll = isWhole || sample.endsWith("\n");
  const { separator, decimal } = guessDialect(sample, isAll, preamble.separator);
  const rows = splitSample(sample, separator, isAll, LOOKED_AT_LINES).map(({ cells }) => cells);
  if (rows.length === 0) return "heart-rate";
  const isNamed = rows[0].some((name) => {
    const { role, exact } = meaningOfName(name);
    return exact && (role === "rate" || role === "time" || role === "patient");
  });
  const data = rows.length > 1 ? rows.slice(1) : rows;
  const wide = data.filter((cells) => cells.filter((cell) => isDatum(cell, decimal)).length >= LEAST_CELLS);
  return !isNamed && wide.length > 0.5 * data.length ? "beats" : "heart-rate";
}
