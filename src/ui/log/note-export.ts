import type { Repository } from "../../db/repository.ts";

/** Writes into the activity log that something left the app as a file or on paper; `what` is one sentence without a full stop. */
export function noteExport({ log }: Pick<Repository, "log">, what: string, modelId: string): Promise<void> {
  return log.note({ action: "export", what, modelId, details: {} });
}
