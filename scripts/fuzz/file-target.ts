import fc from "fast-check";
import type { Random } from "../../src/ecg/numeric/random.ts";
import type { FuzzFile, FuzzTarget } from "./fuzz-target.ts";
import { HOSTILE_TEXTS } from "./mutate/hostile.ts";
import type { Bytes } from "./mutate/mutate-bytes.ts";
import { pick } from "./mutate/pick.ts";

export type Files = readonly FuzzFile[];

interface FileTarget {
  readonly name: string;
  readonly corpus: () => readonly Files[] | Promise<readonly Files[]>;
  /** one change of a file's bytes, which knows its format */
  readonly mutateFile: (file: FuzzFile, random: Random) => Bytes;
  readonly generated: fc.Arbitrary<Files>;
  readonly read: (files: readonly File[]) => Promise<string>;
}

/** A target whose input are files that are opened together. */
export function fileTarget({ name, corpus, mutateFile, generated, read }: FileTarget): FuzzTarget<Files> {
  return {
    name,
    corpus,
    generated,
    mutate(files, random) {
      if (random.uniform() < 0.04) return changedSet(files, random);
      const place = random.integer(files.length);
      return files.map((file, i) => (i === place ? { ...file, bytes: mutateFile(file, random) } : file));
    },
    run: (files) => read(files.map(({ name: own, bytes }) => new File([bytes], own))),
    files: (files) => files,
  };
}

/** Files left out, doubled or renamed. One at least is left. */
function changedSet(files: Files, random: Random): Files {
  const place = random.integer(files.length);
  const way = random.uniform();
  if (way < 0.4 && files.length > 1) return files.toSpliced(place, 1);
  if (way < 0.6) return [...files, files[place]];
  const { name, bytes } = files[place];
  return files.toSpliced(place, 1, { name: pick(random, [name.toUpperCase(), `${name}.csv`, name.replace(/\.\w+$/, ""), `${pick(random, HOSTILE_TEXTS)}${name}`, pick(random, HOSTILE_TEXTS)]), bytes });
}

export const fileOf = (name: string, content: string | Uint8Array): FuzzFile => ({ name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content) });

/** Without progress, never aborted. */
export const quietControl = { signal: new AbortController().signal, onProgress: (): void => undefined };
