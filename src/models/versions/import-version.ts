import { ProblemError } from "../../ecg/problem.ts";
import type { ArtifactFiles, ImportedVersion } from "../../lifecycle/registry/model-version.ts";
import { filesHash } from "../artifacts/files-hash.ts";
import type { ReadArtifact } from "../detector.ts";
import type { ModelId } from "../model-id.ts";
import { optionalFiles, trainingSetFile } from "./companion-files.ts";
import { isNetwork, networkVersion } from "./network-version.ts";
import { pickedFiles, type PickedFiles } from "./picked-files.ts";
import { tryVersion } from "./try-version.ts";

/** Reads, checks and tries the files of a version of a model; `readArtifact` reads what ships. */
export type ImportVersion = (modelId: ModelId, files: readonly File[], readArtifact: ReadArtifact) => Promise<ImportedVersion>;

/**
 * Any version but the rolling median's, which has parameters only. Throws ProblemError that says what is wrong with the files:
 * see the readers of each kind, and `tryVersion`, which has the last word. Leaves no tensor behind.
 */
export const importVersion: ImportVersion = async (modelId, files, readArtifact) => {
  const { fileName, files: version } = await readVersion(modelId, await pickedFiles(files), readArtifact);
  await tryVersion(modelId, version);
  return { files: version, sha256: await filesHash(version), fileName };
};

async function readVersion(modelId: ModelId, picked: PickedFiles, readArtifact: ReadArtifact): Promise<{ readonly fileName: string; readonly files: ArtifactFiles }> {
  if (isNetwork(modelId)) return networkVersion(modelId, picked);
  switch (modelId) {
    case "twelve-lead":
      return (await import("../twelve-lead/import-network.ts")).readTwelveLeadVersion(picked, readArtifact);
    case "boosted-trees": {
      const { fileName, bytes } = (await import("./trees-version.ts")).treesVersion(picked);
      return { fileName, files: { "trees.bin": bytes, ...optionalFiles(picked) } };
    }
    case "isolation-forest":
      return { fileName: "train.json", files: { "train.json": trainingSetFile(picked, "train.json"), ...optionalFiles(picked) } };
    case "rolling-median":
      throw new ProblemError("not-importable", "The rolling median rule has parameters only", "Set them in the check");
  }
}
