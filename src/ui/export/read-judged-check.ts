import type { LoadedCheck, RelabelRecord, VerdictRecord } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import { withRecord } from "../../db/checks/with-record.ts";
import type { JobControl } from "../../ecg/progress.ts";

export interface ExportOptions extends JobControl {
  readonly repository: Repository;
  /** a check that is in memory alone has no verdicts and no relabelled beats */
  readonly isSaved: boolean;
}

/** A check with what clinicians said of it. */
export interface JudgedCheck<Check extends LoadedCheck = LoadedCheck> {
  readonly check: Check;
  readonly verdicts: readonly VerdictRecord[];
  readonly relabels: readonly RelabelRecord[];
}

/** Record, verdicts and relabelled beats are read anew: they may have changed since the check was loaded. */
export async function readJudgedCheck(loaded: LoadedCheck, { repository, isSaved }: Pick<ExportOptions, "repository" | "isSaved">): Promise<JudgedCheck> {
  const { id } = loaded.record;
  if (!isSaved) return { check: loaded, verdicts: [], relabels: [] };
  const [record, verdicts, relabels] = await Promise.all([repository.checkRecord(id), repository.verdictsOf(id), repository.relabelsOf(id)]);
  return { check: record === undefined ? loaded : withRecord(loaded, record), verdicts, relabels };
}

/** The class given to each beat, by beat. */
export const relabelsByBeat = (relabels: readonly RelabelRecord[]): ReadonlyMap<number, number> => new Map(relabels.map(({ beat, classIndex }) => [beat, classIndex]));
