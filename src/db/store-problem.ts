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

/** The store cannot be opened yet: an older tab has not let go of it. */
export const blockedProblem = (): ProblemError =>
  new ProblemError("store-blocked", "Another tab of Isoline, of an older version, holds the saved checks", "Close Isoline's other tabs; this one then goes on by itself");

/** A newer tab has taken the store over. */
export const outdatedProblem = (): ProblemError =>
  new ProblemError("store-closed", "Another tab runs a newer version of Isoline, so this one can no longer save", "Export what is not saved, then reload this page; what was saved before is kept");

/** There was no space to write down who came in. They are let in: nobody could make room otherwise. */
export const unloggedProblem = (): ProblemError =>
  new ProblemError("store-full", "The browser has no space left for Isoline, so nothing can be saved and this sign-in is not in the activity log", "Delete checks you no longer need under History or free space on the device");

/** Whether something failed for want of space, as thrown by the browser or already explained. */
export const isFull = (cause: unknown): boolean => storeProblem(cause).code === FULL.code;

export const checkGone = (): ProblemError =>
  new ProblemError("check-gone", "This check is no longer on this device: it was deleted, perhaps in another tab", "Nothing was changed; check the file again if you need it");

/** Dexie's and IndexedDB's error names. */
const EXPLANATIONS = new Map<string, Explanation>([
  ["QuotaExceededError", FULL],
  ["MissingAPIError", MISSING],
  ["InvalidStateError", CLOSED],
  ["DatabaseClosedError", CLOSED],
  ["VersionError", NEWER],
]);

/** The sentence for a failed read or write of the store, with its cause: the innermost of Dexie's wrapped errors that is known. */
export function storeProblem(cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  for (const error of [...chain(cause)].reverse()) {
    if (error instanceof ProblemError) return error;
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
