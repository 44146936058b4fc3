/** A file that ships with a model, `models/<id>/<name>`. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: number;
}

/** The shipped files by the model's id. */
export type ModelFiles = Readonly<Record<string, readonly ModelFile[]>>;

/** Files that say something of a model, and are none of it. */
const ABOUT: ReadonlySet<string> = new Set(["card.json", "reference.json", "known-answer.json"]);

/** What a model's files take together, those about it aside. */
export function modelBytes(files: readonly ModelFile[]): number {
  return files.filter(({ name }) => !ABOUT.has(name)).reduce((sum, { bytes }) => sum + bytes, 0);
}
