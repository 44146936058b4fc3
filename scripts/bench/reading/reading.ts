import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import Papa from "papaparse";
import type { JobControl } from "../../../src/ecg/progress.ts";
import { readBeats } from "../../lib/read-beats.ts";
import { seconds } from "../seconds.ts";

const SAMPLE = "public/samples/heartbeats.csv";
const MEGABYTES = 100;

/** How long a file took, run by run. */
export interface ReadingTimes {
  readonly file: string;
  readonly megabytes: number;
  readonly beats: number;
  /** the app's reader: typed arrays, findings and SHA-256 included */
  readonly oursS: readonly number[];
  /** Papa Parse to rows of strings, and to rows of numbers */
  readonly papaStringsS: readonly number[];
  readonly papaNumbersS: readonly number[];
}

const FORMS = [
  { file: "heartbeats.csv", write: (cell: string) => cell },
  { file: "heartbeats-18-decimals.csv", write: (cell: string) => exponential(Number(cell)) },
] as const;

const control: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };

/** Times reading 100 MB of heartbeats, with few decimals and in the long form of the widely used file, against Papa Parse in turn. */
export async function benchReading({ folder, runs }: { readonly folder: string; readonly runs: number }): Promise<ReadingTimes[]> {
  const lines = (await readFile(SAMPLE, "utf8")).split("\n").filter((line) => line !== "");
  const times: ReadingTimes[] = [];
  for (const { file, write } of FORMS) {
    const path = join(folder, file);
    const bytes = await writeRepeated(lines.map((line) => line.split(",").map(write).join(",")), path);
    const beats = (await readBeats(path, control)).beats.count; // not counted: compiles
    await papaRows(path, false);
    const [oursS, papaStringsS, papaNumbersS]: number[][] = [[], [], []];
    for (let run = 0; run < runs; run++) {
      oursS.push(await seconds(() => readBeats(path, control)));
      papaStringsS.push(await seconds(() => papaRows(path, false)));
      papaNumbersS.push(await seconds(() => papaRows(path, true)));
    }
    times.push({ file, megabytes: bytes / 1e6, beats, oursS, papaStringsS, papaNumbersS });
  }
  return times;
}

/** Streams the file through Papa Parse as its manual says for Node; rows are dropped as they come. Resolves to their number. */
async function papaRows(path: string, dynamicTyping: boolean): Promise<number> {
  const parser = createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { dynamicTyping }));
  let rows = 0;
  parser.on("data", () => rows++);
  await once(parser, "end");
  return rows;
}

async function writeRepeated(lines: readonly string[], path: string): Promise<number> {
  const block = `${lines.join("\n")}\n`;
  const out = createWriteStream(path);
  for (let bytes = 0; bytes < MEGABYTES * 1e6; bytes += block.length) if (!out.write(block)) await once(out, "drain");
  out.end();
  await once(out, "finish");
  return out.bytesWritten;
}

/** As NumPy writes by default: 0.5 → "5.000000000000000000e-01". */
function exponential(value: number): string {
  return value.toExponential(18).replace(/e([+-])(\d)$/, "e$10$2");
}
