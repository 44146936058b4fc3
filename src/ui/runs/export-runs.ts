import type { Repository } from "../../db/repository.ts";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import { toProblem } from "../../ecg/problem.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { writeStore } from "../../lifecycle/runs/mlflow/write-store.ts";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { saveFile } from "../shared/save-file.ts";

/** Saves runs as a zipped MLflow file store, with the files of the versions they gave where those are still registered. */
export async function exportRuns({ runs: store, registry, log }: Pick<Repository, "runs" | "registry" | "log">, runs: readonly TrainingRun[]): Promise<void> {
  const epochs = await store.epochsOf(runs.map(({ id }) => id));
  const files = await Promise.all(runs.map((run) => versionFiles(registry, run)));
  const archive = zipFiles(await writeStore(runs.map((run, i) => ({ run, epochs: epochs.get(run.id) ?? [], files: files[i] }))), new Date());
  const name = runs.length === 1 ? `isoline-run-${runs[0].modelId}.zip` : "isoline-runs.zip";
  saveFile(new Blob([archive], { type: "application/zip" }), name);
  await log.note({ action: "export", what: `Exported ${runs.length} runs as an MLflow file store`, modelId: "", details: { runs: runs.length, file: name } });
}

/** Null where the version is deleted, or another one has its number. */
async function versionFiles(registry: Repository["registry"], { modelId, artifact }: TrainingRun): Promise<ArtifactFiles | null> {
  if (artifact?.version == null) return null;
  try {
    const { sha256 } = await registry.version(modelId, artifact.version);
    return sha256 === artifact.sha256 ? await registry.files(modelId, artifact.version) : null;
  } catch (cause) {
    if (toProblem(cause).code === "version-gone") return null;
    throw cause;
  }
}
