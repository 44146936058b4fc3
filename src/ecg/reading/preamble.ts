import type { Separator } from "./row-splitter.ts";

/** The lines before a table: comments, empty lines and Excel's "sep=;". */
export interface Preamble {
  readonly lines: number;
  /** where the table begins in the text */
  readonly endsAt: number;
  readonly comments: number;
  /** the last comment without its mark: some programs write the header as one */
  readonly lastComment: string | null;
  /** stated by a "sep=" line */
  readonly separator: Separator | null;
}

const COMMENT = /^\s*(?:#|\/\/|%)\s*(.*)$/;
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
      lastComment = comment[1];
    } else if (stated) separator = stated[1] as Separator;
    else if (line.trim() !== "") break;
    lines++;
    from = to + 1;
  }
  return { lines, endsAt: from, comments, lastComment, separator };
}
