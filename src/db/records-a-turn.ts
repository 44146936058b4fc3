/** Tables whose records may hold megabytes of signal or weights. */
const LONG_RECORDS: ReadonlySet<string> = new Set([
  "signals", "scores", "beats", "beatOutputs", "recordings", "leads", "recordingResults", "versionFiles", "evaluationContents", "trainingJobs", "checkpoints",
]);

/** How many records of a table are in memory at once when all of them are gone through. */
export const recordsATurn = (table: string): number => (LONG_RECORDS.has(table) ? 1 : 256);
