import { discordance, mcNemarTest, type McNemarTest } from "../../ecg/metrics/mcnemar.ts";
import type { Progress } from "../../ecg/progress.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import { versionFigures, type JudgedRows, type VersionFigures } from "../../lifecycle/registry/version-figures.ts";
import type { Services } from "../shared/services.ts";
import type { Cancelled, Failed } from "../../worker/protocol.ts";
import { judgeVersion, type MeasurableModel } from "./judge-version.ts";

/** Two versions of a model on one frozen set. */
export interface Comparison {
  readonly set: EvaluationSet;
  readonly champion: number;
  readonly candidate: number;
  readonly figures: { readonly champion: VersionFigures; readonly candidate: VersionFigures };
  readonly test: McNemarTest;
  /** versions that were trained on a file of this set: their figures are too good */
  readonly learntFromSet: readonly number[];
}

export type ComparisonOutcome = { readonly kind: "compared"; readonly comparison: Comparison } | Cancelled | Failed;

interface ComparisonOptions extends Pick<Services, "analysis" | "repository"> {
  readonly champion: number;
  readonly candidate: number;
  readonly onProgress: (version: number, progress: Progress | null) => void;
  readonly signal: AbortSignal;
}

/** Runs champion and candidate over the set, one after the other. Throws as the repository does. */
export async function compareOnSet(meta: MeasurableModel, set: EvaluationSet, { champion, candidate, repository, analysis, onProgress, signal }: ComparisonOptions): Promise<ComparisonOutcome> {
  const content = await repository.evaluationSets.content(set.id);
  const judged: JudgedRows[] = [];
  const learntFromSet: number[] = [];
  for (const version of [champion, candidate]) {
    onProgress(version, null);
    const files = await repository.registry.files(meta.id, version);
    const outcome = await judgeVersion(meta, files, content, { analysis, signal, onProgress: (progress) => onProgress(version, progress) });
    if (outcome.kind !== "judged") return outcome;
    judged.push(outcome.rows);
    if (await hasLearntFrom(set, await repository.registry.version(meta.id, version), repository)) learntFromSet.push(version);
  }
  const [before, after] = judged;
  return {
    kind: "compared",
    comparison: {
      set,
      champion,
      candidate,
      figures: { champion: versionFigures(before), candidate: versionFigures(after) },
      test: mcNemarTest(discordance(before.truth, before.predicted, after.predicted)),
      learntFromSet,
    },
  };
}

async function hasLearntFrom(set: EvaluationSet, { origin }: Awaited<ReturnType<Services["repository"]["registry"]["version"]>>, { runs }: Services["repository"]): Promise<boolean> {
  const run = origin.kind === "trained" ? await runs.get(origin.runId) : undefined;
  return run !== undefined && overlappingSets([run.data.sha256], [set]).length > 0;
}
