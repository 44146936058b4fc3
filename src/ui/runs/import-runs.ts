import type { Repository } from "../../db/repository.ts";
import { readStore, type StoredRun } from "../../lifecycle/runs/mlflow/read-store.ts";
import type { StoreFile } from "../../lifecycle/runs/mlflow/store-file.ts";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { ALL_MODELS } from "../../models/catalog.ts";
import { formatCounted } from "../shared/format.ts";
import type { RunSource } from "./run-source.ts";

/** A run that brought the files of what it gave, which are not registered here. */
export interface BroughtFiles {
  readonly run: TrainingRun;
  readonly files: readonly StoreFile[];
}

export interface Imported {
  /** what was done */
  readonly sentence: string;
  readonly brought: readonly BroughtFiles[];
}

/** Adds the runs of a store that are not here yet. */
export async function importRuns({ runs: store, registry }: Pick<Repository, "runs" | "registry">, { name, files }: RunSource): Promise<Imported> {
  const { runs, deleted } = await readStore(files);
  const versions = new Map<string, ReadonlyMap<string, number>>();
  for (const modelId of new Set(runs.map(({ run }) => run.modelId))) versions.set(modelId, new Map((await registry.versions(modelId)).map(({ sha256, version }) => [sha256, version])));
  const own = runs.map(({ run, ...rest }) => ({ ...rest, run: withVersionHere(run, versions.get(run.modelId)) }));
  const added = await store.add(own, name);
  const brought = own.filter(({ run, artifacts }) => run.artifact?.version === null && artifacts.size > 0 && ALL_MODELS.some(({ id }) => id === run.modelId));
  return { sentence: sentence(runs, added, deleted), brought: brought.map(({ run, artifacts }) => ({ run, files: [...artifacts.values()] })) };
}

/** A version's number is of the device that registered it: here the same files may have another, or none. */
function withVersionHere(run: TrainingRun, versions: ReadonlyMap<string, number> | undefined): TrainingRun {
  return run.artifact === null ? run : { ...run, artifact: { ...run.artifact, version: versions?.get(run.artifact.sha256) ?? null } };
}

function sentence(runs: readonly StoredRun[], added: number, deleted: number): string {
  const already = runs.length - added;
  const parts = [
    added === 0 ? "No run imported" : `Imported ${formatCounted(added, "run")}`,
    already === 0 ? "" : `${already} already here`,
    deleted === 0 ? "" : `${deleted} left out that MLflow marks as deleted`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
