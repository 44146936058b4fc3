import { meaningOfName } from "./column-names.ts";
import { firstLines, guessDialect, isDatum, splitSample } from "./dialect.ts";
import { readHeadText } from "./head.ts";
import { isArff } from "./beats/arff-header.ts";
import { readPreamble } from "./preamble.ts";

export type TableKind = "heart-rate" | "beats";

const LOOKED_AT_LINES = 20;
/** A beat has more samples than a table of heart rates has columns. */
const LEAST_CELLS = 32;

/**
 * Whether a row of the file is one heartbeat: an ARFF file, or rows of many numbers none of whose names says that it is
 * a heart rate, a time or a patient. Whatever else it is, the heart-rate reader says so. Throws what `readHeadText` throws.
 */
export async function tableKindOf(file: File): Promise<TableKind> {
  const { text, isWhole } = await readHeadText(file);
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
