import { SHIPPED_VERSION, type ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { fetchModelFile } from "../models/fetch-model-file.ts";
import type { ModelFile } from "../models/model-files.ts";
import type { Services } from "../shared/services.ts";

/** The files of a version, wherever they lie. Throws ProblemError `version-gone` or `model-file-missing`. */
export async function versionFiles(modelId: string, version: number, { repository, shippedFiles, signal }: Pick<Services, "repository"> & { readonly shippedFiles: readonly ModelFile[]; readonly signal: AbortSignal }): Promise<ArtifactFiles> {
  const stored = version === SHIPPED_VERSION ? null : await repository.registry.files(modelId, version);
  if (stored !== null) return stored;
  return Object.fromEntries(await Promise.all(shippedFiles.map(async ({ name }) => [name, await fetchModelFile(modelId, name, signal)] as const)));
}
