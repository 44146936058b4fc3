import { createSHA256 } from "hash-wasm";
import { ProblemError } from "../problem.ts";
import type { SourceFile } from "../table.ts";
import { readChunks, type ChunkOptions } from "./file-bytes.ts";
import { FileRowsBuilder, type FileRows } from "./file-rows.ts";
import type { FindingLog } from "./findings.ts";
import { refuseControlCharacters, type Head } from "./head.ts";
import type { Layout } from "./layout.ts";
import { RowSplitter } from "./row-splitter.ts";
import type { TextDictionary } from "./text-dictionary.ts";
import { LineDecoder } from "./text-encoding.ts";

/** One file, read whole. */
export interface FileRead {
  readonly source: SourceFile;
  readonly layout: Layout;
  readonly rows: FileRows;
}

export interface FileReadOptions extends ChunkOptions {
  readonly patients: TextDictionary;
  readonly log: FindingLog;
  readonly hasGiven: boolean;
}

/**
 * Streams one file through decoding, splitting and parsing, and hashes it on the way; no more of its text than a chunk
 * and a line is held. Throws ProblemError at the first row that does not fit; once aborted, the signal's reason.
 */
export async function readFile(head: Head, layout: Layout, options: FileReadOptions): Promise<FileRead> {
  const { file, dialect } = head;
  const { patients, log, hasGiven } = options;
  const sha256 = await createSHA256();
  const decoder = new LineDecoder(head.encoding, file.name);
  const builder = new FileRowsBuilder({ fileName: file.name, layout, decimal: dialect.decimal, patients, log, hasGiven });
  const splitter = new RowSplitter({
    separator: dialect.separator,
    skipLines: head.preamble.lines,
    fileName: file.name,
    onRow: (row) => builder.add(row),
  });
  for await (const bytes of readChunks(file, options)) {
    sha256.update(bytes);
    const text = decoder.decode(bytes, splitter.line);
    refuseControlCharacters(text, file.name, splitter.line);
    splitter.feed(text);
  }
  splitter.feed(decoder.end(splitter.line));
  splitter.end();
  if (builder.length === 0) {
    throw new ProblemError("header-only", "there is no row of data below the header", "Choose a file that holds data", { file: file.name, line: splitter.line });
  }
  return {
    source: { name: file.name, bytes: file.size, sha256: sha256.digest(), rows: builder.length },
    layout,
    rows: builder.finish(),
  };
}
