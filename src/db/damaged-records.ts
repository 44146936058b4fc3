import type { IsolineDatabase } from "./database.ts";
import { explained } from "./explained.ts";
import { readable } from "./readable.ts";

/** The lists that leave damaged records out, by table. Checks are told of by `savedChecks`, suspensions stay listed. */
export type ListWithGaps = "verdicts" | "relabels" | "runs" | "runEpochs" | "evaluationSets" | "rules" | "alerts" | "settings" | "modelVersions" | "aliases" | "log";

/** What a list is of, where it is not of all: by an indexed field. */
export type ListOwner = Readonly<Partial<Record<"checkId" | "runId" | "modelId", string>>>;

/** How many records of a list were altered or damaged and cannot be read: live. */
export const damagedRecords = (db: IsolineDatabase, list: ListWithGaps, of: ListOwner = {}): Promise<number> => {
  const table = db.table<unknown, unknown>(list);
  return explained(readable(table, () => (Object.keys(of).length === 0 ? table.toCollection() : table.where(of))).then(({ damaged }) => damaged.length));
};
