import { ProblemError } from "../ecg/problem.ts";

interface Explanation {
  readonly code: string;
  readonly what: string;
  readonly advice: string;
}

const FULL: Explanation = {
  code: "store-full",
  what: "The browser has no space left for Isoline, so this was not saved",
  advice: "Delete checks you no longer need under History or free space on the device, then save again",
};
const MISSING: Explanation = {
  code: "store-missing",
  what: "This browser window offers no storage (IndexedDB), as some private windows do, so nothing can be saved",
  advice: "Export the predictions before you close the page, or open Isoline in an ordinary window",
};
const CLOSED: Explanation = {
  code: "store-closed",
  what: "The connection to the saved checks was closed, by another tab with a newer version or by the browser",
  advice: "Reload the page; what was saved before is kept",
};
const NEWER: Explanation = {
  code: "store-newer",
  what: "The saved checks were written by a newer version of Isoline than this page",
  advice: "Reload the page to get the newer version",
};

/** Dexie's and IndexedDB's error names. */
const EXPLANATIONS = new Map<string, Explanation>([
  ["QuotaExceededError", FULL],
  ["MissingAPIError", MISSING],
  ["InvalidStateError", CLOSED],
  ["DatabaseClosedError", CLOSED],
  ["VersionError", NEWER],
]);

/** The sentence for a failed read or write of the store, with its cause; looks through Dexie's wrapped errors. */
export function storeProblem(cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  for (const error of chain(cause)) {
    const explanation = EXPLANATIONS.get(error.name);
    if (explanation) return new ProblemError(explanation.code, explanation.what, explanation.advice, {}, { cause });
  }
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError("store-failed", `The saved checks could not be read or written (${detail})`, "Try again; if it fails again, export the predictions before you close the page", {}, { cause });
}

/** An error and the ones wrapped in it: Dexie's `inner`, the standard `cause`. */
function* chain(error: unknown): Generator<Error> {
  for (let next = error, depth = 0; next instanceof Error && depth < 8; depth++) {
    yield next;
    next = ("inner" in next ? next.inner : undefined) ?? next.cause;
  }
}
