import { openArchive } from "../../lifecycle/runs/mlflow/archive.ts";
import type { StoreFile } from "../../lifecycle/runs/mlflow/store-file.ts";

/** A zipped store, or the files of a picked folder, and what it is called. */
export interface RunSource {
  readonly name: string;
  readonly files: readonly StoreFile[];
}

export async function fromArchive(file: File): Promise<RunSource> {
  return { name: file.name, files: openArchive(new Uint8Array(await file.arrayBuffer()), file.name) };
}

export function fromFolder(files: readonly File[]): RunSource {
  return {
    name: files[0]?.webkitRelativePath.split("/")[0] ?? "",
    files: files.map((file) => ({ path: file.webkitRelativePath, bytes: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) })),
  };
}
