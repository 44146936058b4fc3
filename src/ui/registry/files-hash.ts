import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";

/** SHA-256 of the files' bytes one after another, in the order of their names, as lower-case hex: what the registry keeps of a version. */
export async function filesHash(files: ArtifactFiles): Promise<string> {
  const bytes = await new Blob(Object.keys(files).sort().map((name) => files[name])).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
