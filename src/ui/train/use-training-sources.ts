import { useCallback } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import type { BeatCheckRecord } from "../../db/records.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { useLoaded, type Loaded } from "../models/use-loaded.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { useServices } from "../shared/services.ts";
import { canLearnFrom, sourcesOfChecks, type LabelledSource } from "./training-data.ts";

/** A saved check that a model can learn from. */
export interface OfferedCheck {
  readonly record: BeatCheckRecord;
  /** beats that a clinician gave a class */
  readonly relabelled: number;
  /** the frozen set that it overlaps with: what is measured on is not learnt from */
  readonly frozenIn: string | null;
}

/** The checks of beats that a model can learn from, newest first; undefined until they are read. */
export function useOfferedChecks(model: BeatModelMeta): readonly OfferedCheck[] | undefined {
  const { repository } = useServices();
  return useLiveQuery(async () => {
    const [checks, relabels, sets] = await Promise.all([repository.listChecks(), repository.allRelabels(), repository.evaluationSets.list()]);
    return checks
      .filter((record): record is BeatCheckRecord => record.kind === "beats" && record.samplesPerBeat === model.samplesPerBeat && canLearnFrom(model.scheme, { scheme: relabelScheme(record) }))
      .map((record) => ({
        record,
        relabelled: relabels.filter(({ checkId }) => checkId === record.id).length,
        frozenIn: overlappingSets(record.files.map(({ sha256 }) => sha256), sets).at(0)?.name ?? null,
      }))
      .filter(({ record, relabelled }) => record.labelled || relabelled > 0);
  }, [repository, model]);
}

/** The beats and labels of these checks; `checkIds` is one string, so that it stays the same while it means the same. */
export function useLabelledSources(checkIds: string): Loaded<readonly LabelledSource[]> {
  const { repository } = useServices();
  return useLoaded(
    useCallback(async () => {
      const read = await Promise.all(
        checkIds.split(" ").filter((id) => id !== "").map(async (id) => ({ check: await repository.loadCheck(id), relabels: await repository.relabelsOf(id) })),
      );
      return sourcesOfChecks(read.flatMap(({ check, relabels }) => (check?.kind === "beats" ? [{ check, relabels }] : [])));
    }, [repository, checkIds]),
  );
}
