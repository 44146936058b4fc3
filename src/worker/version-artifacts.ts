import type { ArtifactFiles } from "../lifecycle/registry/model-version.ts";
import type { ReadArtifact } from "../models/detector.ts";
import { ProblemError } from "../ecg/problem.ts";

/** Reads a registered version's files in place of the shipped ones of its model; the shipped ones where `files` is null. */
export function versionArtifacts(readShipped: ReadArtifact, modelId: string, files: ArtifactFiles | null): ReadArtifact {
  if (files === null) return readShipped;
  return async (path) => {
    const [folder, name] = path.split("/");
    if (folder !== modelId) return readShipped(path);
    if (!Object.hasOwn(files, name)) {
      throw new ProblemError("artifact-missing", "the registered version lacks this file", "Promote another version under Models", { file: path });
    }
    return files[name].slice().buffer;
  };
}
