import { zipFiles } from "../../ecg/export/zip-files.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import type { ModelFile } from "../models/model-files.ts";
import { saveFile } from "../shared/save-file.ts";
import type { Services } from "../shared/services.ts";
import { versionFiles } from "./version-files.ts";

interface ExportOptions extends Pick<Services, "analysis" | "repository"> {
  readonly shippedFiles: readonly ModelFile[];
}

/** Saves a version as one archive, trees as JSON too; it can be imported as it is. The log keeps that it left. */
export async function exportVersion(modelId: ModelMeta["id"], { version, createdAt }: ModelVersion, { analysis, repository, shippedFiles }: ExportOptions): Promise<void> {
  const files = await analysis.portableFiles(modelId, await versionFiles(modelId, version, { repository, shippedFiles, signal: new AbortController().signal }));
  const archive = zipFiles(new Map(Object.entries(files)), createdAt === "" ? new Date() : new Date(createdAt));
  const name = `${modelId}-version-${version}.zip`;
  saveFile(new Blob([archive], { type: "application/zip" }), name);
  await repository.log.note({ action: "export", what: `Exported version ${version} of ${modelId}`, modelId, details: { version, file: name } });
}
