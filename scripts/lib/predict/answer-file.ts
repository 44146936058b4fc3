import { randomUUID } from "node:crypto";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AnswerFormat } from "./predict-arguments.ts";
import type { PredictInput } from "./predict-inputs.ts";

export const answerPath = (folder: string, { name }: PredictInput, format: AnswerFormat): string => join(folder, `${name}.${format}`);

export async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

/** Writes the file whole or not at all: whoever sees it by its name sees all of it. */
export async function writeWhole(folder: string, path: string, content: Blob): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${randomUUID()}.unfinished`);
  try {
    await writeFile(unfinished, content.stream(), { flush: true });
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}
