import { ProblemError } from "../../ecg/problem.ts";

const ADVICE = "Nothing was changed; take another copy of the file, or another backup";

export const cutShort = (): ProblemError => new ProblemError("backup-cut", "This backup is cut short: its end is missing", ADVICE);

export const altered = (cause?: unknown): ProblemError => new ProblemError("backup-altered", "This backup was altered or damaged", ADVICE, {}, { cause });

export const notKept = (cause: unknown): ProblemError =>
  new ProblemError("backup-not-kept", "The browser did not keep the whole of this backup, and so it was not saved", "Make room on this device, leave the private window if this is one, and back up again", {}, { cause });

export const backupNewer = (): ProblemError => new ProblemError("backup-newer", "This backup was made by a newer version of Isoline than this one", "Update Isoline on this device, then restore");
