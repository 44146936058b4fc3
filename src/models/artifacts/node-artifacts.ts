import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ProblemError } from "../../ecg/problem.ts";
import type { ReadArtifact } from "../detector.ts";

/** Where the shipped models lie in the project. */
export const SHIPPED_MODELS = fileURLToPath(new URL("../../../public/models/", import.meta.url));

/** Reads model files from a folder, as the worker reads them from our origin; for scripts and tests. Throws a ProblemError "artifact-missing". */
export const readArtifactsFrom =
  (folder: string): ReadArtifact =>
  async (path) => {
    try {
      return new Uint8Array(await readFile(`${folder}/${path}`)).buffer;
    } catch (cause) {
      throw new ProblemError("artifact-missing", "a part of the model is missing", "Train it: npm run train -- MODEL --data DIR", { file: `models/${path}` }, { cause });
    }
  };
