import { useCallback } from "react";
import { useLiveQuery } from "dexie-react-hooks";
import type { CheckRecord } from "../../db/records.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import { useLoaded, type Loaded } from "../models/use-loaded.ts";
import { isBeatModel, isRecordingModel } from "../models/model-kinds.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { sourcesOfReviewed } from "../labelled-recordings/recording-source.ts";
import { useServices } from "../shared/services.ts";
import { canLearnFrom } from "./beat-data.ts";
import type { ChosenData } from "./chosen-data.ts";
import type { TrainableModel } from "./trainable-models.ts";

/** A saved check that a model can learn from. */
export interface OfferedCheck {
  readonly record: CheckRecord;
  /** beats that a clinician gave a class, or events with a verdict */
  readonly words: number;
  /** the frozen set that it overlaps with: what is measured on is not learnt from */
  readonly frozenIn: string | null;
}

/** The checks that a model can learn from, newest first; undefined until they are read. */
export function useOfferedChecks(model: TrainableModel): readonly OfferedCheck[] | undefined {
  const { repository } = useServices();
  return useLiveQuery(async () => {
    const [checks, words, sets] = await Promise.all([repository.listChecks(), repository.verdictCounts(), repository.evaluationSets.list()]);
    return checks
      .filter((record) => isOfItsKind(model, record))
      .map((record) => ({
        record,
        words: words.get(record.id) ?? 0,
        frozenIn: overlappingSets(record.files.map(({ sha256 }) => sha256), sets).at(0)?.name ?? null,
      }))
      .filter((check) => check.record.labelled || check.words > 0);
  }, [repository, model]);
}

function isOfItsKind(model: TrainableModel, record: CheckRecord): boolean {
  if (isRecordingModel(model)) return record.kind === "recording";
  if (!isBeatModel(model)) return record.kind === "heart-rate";
  return record.kind === "beats" && record.samplesPerBeat === model.samplesPerBeat && canLearnFrom(model.scheme, { scheme: relabelScheme(record) });
}

/** These checks with what was said of them, recordings without their samples; `checkIds` is one string, so that it stays the same while it means the same. */
export function useChosenChecks(model: TrainableModel, checkIds: string): Loaded<ChosenData> {
  const { repository } = useServices();
  return useLoaded(
    useCallback(async (): Promise<ChosenData> => {
      const ids = checkIds.split(" ").filter((id) => id !== "");
      if (isRecordingModel(model)) {
        const read = await Promise.all(ids.map(async (id) => ({ marked: await repository.markedRecording(id), relabels: await repository.relabelsOf(id) })));
        return { kind: "recordings", sources: sourcesOfReviewed(read.flatMap(({ marked, relabels }) => (marked === undefined ? [] : [{ marked, relabels }])), repository) };
      }
      const read = await Promise.all(
        ids.map(async (id) => ({ check: await repository.loadCheck(id), relabels: await repository.relabelsOf(id), verdicts: await repository.verdictsOf(id) })),
      );
      return { kind: "checks", checks: read.flatMap(({ check, ...said }) => (check === undefined ? [] : [{ check, ...said }])) };
    }, [repository, model, checkIds]),
  );
}
