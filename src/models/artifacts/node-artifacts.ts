import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ReadArtifact } from "../detector.ts";

/** Where the shipped models lie in the project. */
export const SHIPPED_MODELS = fileURLToPath(new URL("../../../public/models/", import.meta.url));

/** Reads model files from a folder, as the worker reads them from our origin; for scripts and tests. */
export const readArtifactsFrom =
  (folder: string): ReadArtifact =>
  async (path) =>
    new Uint8Array(await readFile(`${folder}/${path}`)).buffer;
