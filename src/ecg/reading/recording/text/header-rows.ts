import { isUnitWord, meaningOfName } from "../../column-names.ts";
import { splitSample, type Dialect } from "../../dialect.ts";
import { standardLead } from "../../../recording/lead-names.ts";
import type { Separator } from "../../row-splitter.ts";
import { unitNamed } from "./notes.ts";

export interface Header {
  readonly names: readonly string[];
  readonly units: readonly string[];
}

const SEPARATORS: readonly Separator[] = [",", ";", "\t", " "];
const CLOCK_UNIT = /^'?\(?(?:h+:)?m+:s+(?:[.:,]m+)?\)?'?$/i;
const EMPTY_UNIT = /^(?:|-|#|n\/?a|none|sample|samples|a\.?u\.?)$/i;
const QUOTED = /^(['"])(.*)\1$/;
const COMMENT = /^\s*(?:#|%|\/\/)+\s*/;

/** Names and units of `count` columns from the lines right above the samples: a header, and below it perhaps a row of units. */
export function findHeader(above: readonly string[], count: number, dialect: Dialect): Header {
  const none = Array.from({ length: count }, () => "");
  const last = above.findLastIndex((line) => line.trim() !== "");
  if (last < 0) return { names: none, units: none };
  const cells = cellsOf(above[last], count, dialect);
  if (!cells) return { names: none, units: none };
  if (isUnits(cells)) {
    const names = last > 0 ? cellsOf(above[last - 1], count, dialect) : null;
    return { names: names ?? none, units: cells };
  }
  // A lone word over a column is a name only where it says what a column can be; else it is a note.
  const isName = count > 1 || (last === above.length - 1 && isColumnName(cells[0]));
  return { names: isName ? cells : none, units: none };
}

/** The line's cells where they are as many as there are columns, or one fewer, as where row names have no title; else null. */
function cellsOf(line: string, count: number, { separator }: Dialect): string[] | null {
  const plain = line.replace(COMMENT, "");
  for (const mark of [separator, ...SEPARATORS.filter((other) => other !== separator)]) {
    const cells = (splitSample(plain, mark, true, 1).at(0)?.cells ?? []).map((cell) => cell.replace(QUOTED, "$2").trim());
    const isTooLong = cells.slice(count).some((cell) => cell !== "");
    if (cells.length >= count && !isTooLong) return cells.slice(0, count);
    if (mark === separator && count > 2 && cells.length === count - 1) return ["", ...cells];
  }
  return null;
}

function isUnits(cells: readonly string[]): boolean {
  const isUnit = (cell: string) => isUnitWord(cell) || unitNamed(cell.replace(/[()[\]]/g, "")) !== null || CLOCK_UNIT.test(cell) || /^\W*[uµμn]s\W*$/i.test(cell);
  return cells.some(isUnit) && cells.every((cell) => isUnit(cell) || EMPTY_UNIT.test(cell));
}

function isColumnName(cell: string): boolean {
  return standardLead(cell) !== null || meaningOfName(cell).role !== null || /^[\p{L}_][\p{L}\p{N}_ ()[\]/µ.-]{0,30}$/u.test(cell);
}
