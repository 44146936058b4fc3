import { ProblemError } from "../../../ecg/problem.ts";
import type { StoreFile } from "./store-file.ts";

/** What a store may hold at most: far more than any of ours, and nothing that would fill the memory. */
export const LIMITS = { files: 200_000, bytes: 512e6, fileBytes: 16e6, runs: 10_000 } as const;

/** Files of a store by their paths. */
export class StoreTree {
  readonly #files: ReadonlyMap<string, StoreFile>;
  readonly #byFolder = new Map<string, StoreFile[]>();

  /** Throws a ProblemError "unsafe-path" for a path that leads elsewhere, "too-large" past LIMITS. */
  constructor(files: readonly StoreFile[]) {
    if (files.length > LIMITS.files) throw tooLarge(`it holds more than ${LIMITS.files.toLocaleString("en-US")} files`);
    for (const { path } of files) requireSafePath(path);
    this.#files = new Map(files.filter(({ path }) => !isLitter(path)).map((file) => [file.path, file]));
    for (const file of this.#files.values()) {
      for (const { index } of file.path.matchAll(/\//g)) {
        const folder = file.path.slice(0, index);
        const own = this.#byFolder.get(folder);
        if (own === undefined) this.#byFolder.set(folder, [file]);
        else own.push(file);
      }
    }
  }

  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** Every file below a folder, by its path from there. */
  below(folder: string): ReadonlyMap<string, StoreFile> {
    return new Map((this.#byFolder.get(folder) ?? []).map((file) => [file.path.slice(folder.length + 1), file]));
  }

  /** A file as text; null where there is none. Throws a ProblemError "bad-run-file" for what is no UTF-8, "too-large" for what is no text of a run. */
  async text(path: string): Promise<string | null> {
    const file = this.#files.get(path);
    if (file === undefined) return null;
    if (file.bytes > LIMITS.fileBytes) throw tooLarge(`it is larger than ${LIMITS.fileBytes / 1e6} MB`, path);
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.read());
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw new ProblemError("bad-run-file", "this is no text in UTF-8", "Export the runs anew", { file: path }, { cause });
    }
  }
}

/** Throws a ProblemError "unsafe-path" for a path that would lead out of a folder it is unpacked to. */
export function requireSafePath(path: string): void {
  const isSafe = path !== "" && !/[\\\0]|^[A-Za-z]:/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!isSafe) throw new ProblemError("unsafe-path", "this path leads out of the archive or is no path", "Do not trust this archive; export the runs anew", { file: path });
}

export const tooLarge = (what: string, file?: string): ProblemError =>
  new ProblemError("too-large", file === undefined ? `This store of runs cannot be read: ${what}` : what, "Export fewer runs at once", file === undefined ? {} : { file });

/** What macOS and file managers put beside files. */
const isLitter = (path: string): boolean => path.startsWith("__MACOSX/") || /(^|\/)(\._[^/]*|\.DS_Store|Thumbs\.db)$/.test(path);
