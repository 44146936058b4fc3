import { useCallback } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import type { BeatCheckRecord, HeartRateCheckRecord, LoadedCheck, RelabelRecord, VerdictRecord } from "../../db/records.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import { useLoaded, type Loaded } from "../models/use-loaded.ts";
import { isBeatModel } from "../models/model-kinds.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { useServices } from "../shared/services.ts";
import { canLearnFrom } from "./beat-data.ts";
import type { TrainableModel } from "./trainable-models.ts";

/** A saved check that a model can learn from. */
export interface OfferedCheck {
  readonly record: BeatCheckRecord | HeartRateCheckRecord;
  /** beats that a clinician gave a class, or events with a verdict */
  readonly words: number;
  /** the frozen set that it overlaps with: what is measured on is not learnt from */
  readonly frozenIn: string | null;
}

/** A check with all that clinicians said of it. */
export interface ReviewedCheck {
  readonly check: LoadedCheck;
  readonly relabels: readonly RelabelRecord[];
  readonly verdicts: readonly VerdictRecord[];
}

/** The checks that a model can learn from, newest first; undefined until they are read. */
export function useOfferedChecks(model: TrainableModel): readonly OfferedCheck[] | undefined {
  const { repository } = useServices();
  return useLiveQuery(async () => {
    const [checks, words, sets] = await Promise.all([repository.listChecks(), repository.verdictCounts(), repository.evaluationSets.list()]);
    return checks
      .filter((record): record is OfferedCheck["record"] => isOfItsKind(model, record))
      .map((record) => ({
        record,
        words: words.get(record.id) ?? 0,
        frozenIn: overlappingSets(record.files.map(({ sha256 }) => sha256), sets).at(0)?.name ?? null,
      }))
      .filter((check) => check.record.labelled || check.words > 0);
  }, [repository, model]);
}

function isOfItsKind(model: TrainableModel, record: LoadedCheck["record"]): boolean {
  if (!isBeatModel(model)) return record.kind === "heart-rate";
  return record.kind === "beats" && record.samplesPerBeat === model.samplesPerBeat && canLearnFrom(model.scheme, { scheme: relabelScheme(record) });
}

/** These checks with what was said of them; `checkIds` is one string, so that it stays the same while it means the same. */
export function useReviewedChecks(checkIds: string): Loaded<readonly ReviewedCheck[]> {
  const { repository } = useServices();
  return useLoaded(
    useCallback(async () => {
      const ids = checkIds.split(" ").filter((id) => id !== "");
      const read = await Promise.all(
        ids.map(async (id) => ({ check: await repository.loadCheck(id), relabels: await repository.relabelsOf(id), verdicts: await repository.verdictsOf(id) })),
      );
      return read.flatMap(({ check, ...said }) => (check === undefined ? [] : [{ check, ...said }]));
    }, [repository, checkIds]),
  );
}
