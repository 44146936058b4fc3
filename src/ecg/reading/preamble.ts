import { MAX_COLUMNS } from "./cell-row.ts";
import { meaningOfName } from "./column-names.ts";
import { isDatum } from "./dialect.ts";
import type { Separator } from "./row-splitter.ts";

/** The lines before a table: comments, empty lines, Excel's "sep=;", and the notes that devices write. */
export interface Preamble {
  readonly lines: number;
  /** where the table begins in the text */
  readonly endsAt: number;
  /** comments and notes */
  readonly comments: number;
  /** the last comment without its mark: some programs write the header as one */
  readonly lastComment: string | null;
  /** stated by a "sep=" line */
  readonly separator: Separator | null;
}

/** Lines in which a header below notes is looked for. */
const MOST_NOTE_LINES = 40;
const COMMENT = /^\s*(?:#|\/\/|%)(.*)$/;
const SEPARATOR_LINE = /^"?sep=([,; \t])"?$/i;

/** `headText` has "\n" as line end. */
export function readPreamble(headText: string): Preamble {
  let lines = 0;
  let comments = 0;
  let lastComment: string | null = null;
  let separator: Separator | null = null;
  let from = 0;
  while (from < headText.length) {
    const newline = headText.indexOf("\n", from);
    const to = newline < 0 ? headText.length : newline;
    const line = headText.slice(from, to);
    const comment = COMMENT.exec(line);
    const stated = SEPARATOR_LINE.exec(line);
    if (comment) {
      comments++;
      lastComment = comment[1].trimStart();
    } else if (stated) separator = stated[1] as Separator;
    else if (line.trim() !== "") break;
    lines++;
    from = to + 1;
  }
  const notes = noteLines(headText.slice(from));
  return {
    lines: lines + notes.length,
    endsAt: from + notes.reduce((sum, { length }) => sum + length + 1, 0),
    comments: comments + notes.filter((line) => line.trim() !== "").length,
    lastComment,
    separator,
  };
}

/** The lines above the first one that must be the header: it names a heart rate among other columns, and holds no number or time. */
function noteLines(text: string): readonly string[] {
  const lines = text.split("\n", MOST_NOTE_LINES);
  const header = lines.findIndex((line) => {
    const cells = line.split(/[,;\t]/, MAX_COLUMNS).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    if (cells.length < 2 || cells.some((cell) => isDatum(cell, "."))) return false;
    return cells.some((cell) => {
      const { role, exact } = meaningOfName(cell);
      return role === "rate" && exact;
    });
  });
  return lines.slice(0, Math.max(header, 0));
}
