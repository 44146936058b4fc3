import { discordance, mcNemarTest, type McNemarTest } from "../../ecg/metrics/mcnemar.ts";
import type { Progress } from "../../ecg/progress.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { labelFigures } from "../../lifecycle/registry/label-figures.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import { overlappingSets } from "../../lifecycle/registry/overlap.ts";
import type { MeasuredVersion, RecordedComparison } from "../../lifecycle/registry/promotion.ts";
import { classFigures, type JudgedRows, type VersionFigures } from "../../lifecycle/registry/version-figures.ts";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import type { Services } from "../shared/services.ts";
import type { Cancelled, Failed } from "../../worker/protocol.ts";
import type { AnyCard, ModelMeta } from "../models/model-kinds.ts";
import { judgeVersion } from "./judge-version.ts";

/** Two versions of a model on one frozen set. */
export interface Comparison {
  readonly set: EvaluationSet;
  readonly champion: MeasuredVersion;
  readonly candidate: MeasuredVersion;
  readonly figures: RecordedComparison["figures"];
  readonly test: McNemarTest;
  /** versions that learnt from a file of this set, or began with the weights of one that did: their figures are too good */
  readonly learntFromSet: readonly number[];
}

export type ComparisonOutcome = { readonly kind: "compared"; readonly comparison: Comparison } | Cancelled | Failed;

interface ComparisonOptions extends Pick<Services, "analysis" | "repository"> {
  readonly champion: number;
  readonly candidate: number;
  /** of the version that ships, which says what that learnt from */
  readonly readShippedCard: (signal: AbortSignal) => Promise<AnyCard>;
  readonly onProgress: (version: number, progress: Progress | null) => void;
  readonly signal: AbortSignal;
}

/** Runs champion and candidate over the set, one after the other. Throws as the repository does. */
export async function compareOnSet(meta: ModelMeta, set: EvaluationSet, { champion, candidate, repository, analysis, readShippedCard, onProgress, signal }: ComparisonOptions): Promise<ComparisonOutcome> {
  const content = await repository.evaluationSets.content(set.id);
  const judged: { readonly rows: JudgedRows; readonly version: MeasuredVersion }[] = [];
  const learntFromSet: number[] = [];
  for (const version of [champion, candidate]) {
    onProgress(version, null);
    const files = await repository.registry.files(meta.id, version);
    const { sha256 } = await repository.registry.version(meta.id, version);
    const outcome = await judgeVersion(meta, files, content, { analysis, signal, onProgress: (progress) => onProgress(version, progress) });
    if (outcome.kind !== "judged") return outcome;
    judged.push({ rows: outcome.rows, version: { version, sha256 } });
    if (overlappingSets(await filesLearntFrom(meta.id, version, repository, () => readShippedCard(signal)), [set]).length > 0) learntFromSet.push(version);
  }
  const [before, after] = judged;
  return {
    kind: "compared",
    comparison: {
      set,
      champion: before.version,
      candidate: after.version,
      figures: { champion: figuresOf(before.rows), candidate: figuresOf(after.rows) },
      test: mcNemarTest(discordance(before.rows.truth, before.rows.predicted, after.rows.predicted)),
      learntFromSet,
    },
  };
}

const figuresOf = (rows: JudgedRows): VersionFigures => (rows.kind === "one-class" ? classFigures(rows) : labelFigures(rows));

/** Hashes of the files that a version learnt from, and before it those whose weights it began with; an imported one's are not known. */
async function filesLearntFrom(modelId: string, version: number, { registry, runs }: Services["repository"], shippedCard: () => Promise<AnyCard>): Promise<string[]> {
  const files: string[] = [];
  for (let at: number | null = version; at !== null; ) {
    const { origin }: ModelVersion = await registry.version(modelId, at);
    if (origin.kind === "shipped") files.push(...filesOfCard(await shippedCard()));
    const run: TrainingRun | undefined = origin.kind === "trained" ? await runs.get(origin.runId) : undefined;
    if (run === undefined) break;
    files.push(...(run.data.fileSha256 ?? [run.data.sha256]));
    // Weights come from an earlier version, so that this ends; one that was deleted says nothing any more.
    const start: number | null = run.start.kind === "version" ? run.start.version : null;
    at = start !== null && start < at && (await registry.versions(modelId)).some((each) => each.version === start) ? start : null;
  }
  return files;
}

/** What a shipped card says was learnt from. Of the twelve-lead model it names the table of all records, those that were kept apart too. */
function filesOfCard(card: AnyCard): readonly string[] {
  if (card.id === "twelve-lead") return [];
  return card.id === "arrhythmia" ? Object.values(card.trainedOn.records) : [card.trainedOn.sha256, ...("furtherSha256" in card.trainedOn ? (card.trainedOn.furtherSha256 ?? []) : [])];
}
