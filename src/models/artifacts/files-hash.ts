import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256 of the files' bytes one after another, in the order of their names, as lower-case hex. */
export function filesHash(files: ArtifactFiles): Promise<string> {
  return sha256(...Object.keys(files).sort().map((name) => files[name]));
}
