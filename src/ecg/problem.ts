/** Where in the user's input a problem lies. Lines are 1-based, as an editor shows them. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

/** A failure as plain data: it crosses the worker boundary and IndexedDB unchanged. */
export interface Problem {
  readonly code: string;
  /** What happened, where, and what to do: the one sentence the user reads. */
  readonly sentence: string;
  readonly place: Place;
}

/** Longest piece of a user's value that is quoted back. */
export const QUOTED_VALUE_LENGTH = 40;
/** No file system keeps longer names. */
const FILE_NAME_LENGTH = 255;
/** What is wrong may name several things of a file, which decides how long their names are. */
const CLAUSE_LENGTH = 1000;

/**
 * An expected failure. `what` and `advice` are clauses without a full stop; `place` is spelt out between them:
 * "heart.csv, line 3, column label, value “maybe”: a label must be 0 or 1. Correct the cell and open the file again."
 */
export class ProblemError extends Error implements Problem {
  override readonly name = "ProblemError";
  readonly code: string;
  readonly place: Place;

  constructor(code: string, what: string, advice: string, place: Place = {}, options?: ErrorOptions) {
    super(`${spellPlace(place)}${cut(what, CLAUSE_LENGTH)}. ${cut(advice, CLAUSE_LENGTH)}.`, options);
    this.code = code;
    this.place = place;
  }

  get sentence(): string {
    return this.message;
  }
}

/** The plain-data form of anything thrown; an unexpected error keeps its message and gets the code "unexpected". */
export function toProblem(cause: unknown): Problem {
  if (cause instanceof ProblemError) return { code: cause.code, sentence: cause.sentence, place: cause.place };
  return {
    code: "unexpected",
    sentence: `Something unexpected went wrong: ${cut(messageOf(cause), CLAUSE_LENGTH)}. Try again; if it happens again, note what you did and report it.`,
    place: {},
  };
}

/** Errors of other frames and workers are none of this realm's. */
function messageOf(cause: unknown): string {
  if (typeof cause !== "object" || cause === null) return String(cause);
  return "message" in cause && typeof cause.message === "string" ? cause.message : "an error without words";
}

function spellPlace({ file, line, column, value }: Place): string {
  const parts = [
    file === undefined ? undefined : cut(file, FILE_NAME_LENGTH),
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${cut(column, QUOTED_VALUE_LENGTH)}`,
    value === undefined ? undefined : `value “${cut(value, QUOTED_VALUE_LENGTH)}”`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "" : `${parts.join(", ")}: `;
}

/** By whole characters. Twice as many code units hold that many of them. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = Array.from(text.slice(0, 2 * length + 1));
  return characters.length <= length ? text : `${characters.slice(0, length).join("")}…`;
}
