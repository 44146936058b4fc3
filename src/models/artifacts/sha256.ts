import { createSHA256 } from "hash-wasm";

/** SHA-256 of the parts' bytes one after another, as lower-case hex. */
export async function sha256(...parts: readonly (ArrayBuffer | Uint8Array)[]): Promise<string> {
  const hash = await createSHA256();
  for (const part of parts) hash.update(new Uint8Array(part));
  return hash.digest("hex");
}
