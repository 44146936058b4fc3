import { ProblemError } from "../../src/ecg/problem.ts";

/** Runs a command; where it fails, a sentence goes to stderr and the process ends with that status. */
export async function runMain(main: () => Promise<void>, statusOfFailure = 1): Promise<void> {
  try {
    await main();
  } catch (cause) {
    // Not left uncaught: the WASM module's own handler would print its whole source.
    console.error(cause instanceof ProblemError ? cause.sentence : cause);
    process.exitCode = statusOfFailure;
  }
}

/** Calls `parse` and turns what `parseArgs` throws, as for an unknown option, into a ProblemError `usage`. */
export function parseOrExplain<T>(parse: () => T, usage: string): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [reason] = cause.message.split(". ");
    throw new ProblemError("usage", reason, `Usage: ${usage}`, {}, { cause });
  }
}
