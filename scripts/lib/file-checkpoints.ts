import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CheckpointStore } from "../../src/models/training/checkpoint.ts";

export interface FileCheckpoints extends CheckpointStore {
  readonly remove: () => Promise<void>;
}

/** Checkpoints as a file in `folder`, replaced as a whole so that a killed process leaves the one before. */
export function fileCheckpoints(folder: string): FileCheckpoints {
  const path = join(folder, "checkpoint.bin");
  return {
    read: async () => (existsSync(path) ? new Uint8Array(await readFile(path)) : null),
    async write(bytes) {
      await mkdir(folder, { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
    },
    remove: () => rm(path, { force: true }),
  };
}
