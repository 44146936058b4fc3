/** A file that ships with a model, `models/<id>/<name>`. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: number;
}

/** The shipped files by the model's id. */
export type ModelFiles = Readonly<Record<string, readonly ModelFile[]>>;

/** What a model's files take together, its card aside. */
export function modelBytes(files: readonly ModelFile[]): number {
  return files.filter(({ name }) => name !== "card.json").reduce((sum, { bytes }) => sum + bytes, 0);
}
