import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { decodeTrees, TREES_FILE_NAME } from "../boosted-trees/artifact.ts";
import { encodeTreesJson, TREES_JSON_NAME } from "../boosted-trees/trees-json.ts";
import type { ModelId } from "../model-id.ts";

/** A version's files as they are exported: boosted trees as JSON too. */
export type PortableFiles = (modelId: ModelId, files: ArtifactFiles) => Promise<ArtifactFiles>;

export const portableFiles: PortableFiles = (modelId, files) => {
  if (modelId !== "boosted-trees") return Promise.resolve(files);
  const trees = decodeTrees(files[TREES_FILE_NAME].slice().buffer, TREES_FILE_NAME);
  return Promise.resolve({ ...files, [TREES_JSON_NAME]: encodeTreesJson(trees) });
};
