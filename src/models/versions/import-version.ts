import type { ImportedVersion } from "../../lifecycle/registry/model-version.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { ReadArtifact } from "../detector.ts";
import type { ModelId } from "../model-id.ts";

/** Reads, checks and tries the files of a version of a model; `readArtifact` reads what ships. */
export type ImportVersion = (modelId: ModelId, files: readonly File[], readArtifact: ReadArtifact) => Promise<ImportedVersion>;

export const importVersion: ImportVersion = async (modelId, files, readArtifact) => {
  if (modelId === "twelve-lead") return (await import("../twelve-lead/import-network.ts")).importNetwork(files, readArtifact);
  throw new ProblemError("not-importable", `Versions of ${modelId} cannot be imported`, "Train one in the app");
};
