import { createSHA256 } from "hash-wasm";
import { HEARTBEAT_RATE_HZ, HEARTBEAT_SAMPLES } from "../../beats/resample.ts";
import type { BeatTable } from "../../beats/table.ts";
import { ProblemError } from "../../problem.ts";
import { UNLABELLED, type SourceFile } from "../../table.ts";
import { readChunks, type ChunkOptions } from "../file-bytes.ts";
import { FindingLog } from "../findings.ts";
import { NumberLines } from "../number-lines.ts";
import type { ReadControl } from "../read-heart-rate.ts";
import { inspectBeatHead, type BeatHead } from "./beat-head.ts";
import { samplesInRow, type BeatLayout } from "./beat-layout.ts";
import type { BeatAnswers, BeatQuestion } from "./beat-question.ts";
import { BeatColumnsBuilder, BeatRows } from "./beat-rows.ts";
import { guessBeats, type BeatGuess } from "./guess-beats.ts";
import { beatQuestion, isSameBeatLayout, layoutOfAnswers, requireFittingBeats } from "./join-beats.ts";
import { schemeOf } from "./label-coding.ts";

export type BeatOutcome =
  | { readonly kind: "table"; readonly table: BeatTable }
  | { readonly kind: "question"; readonly question: BeatQuestion };

const MOST_FILES = 1 << 16;

/**
 * Reads files with one heartbeat a row, of any of the README's forms, into one table. Files are streamed and hashed; the
 * first rows of each decide how it is read. Where that is not sure and `answers` is null, the result is a question about
 * the first such file. `answers` go for all files with that file's layout (or, if none was in doubt, with the first file's).
 * Throws ProblemError for files that cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readBeatFiles(files: readonly File[], answers: BeatAnswers | null, control: ReadControl): Promise<BeatOutcome> {
  control.signal.throwIfAborted();
  if (files.length === 0) throw new ProblemError("no-file", "no file was chosen", "Choose one or more files with beats");
  if (files.length > MOST_FILES) throw new ProblemError("too-many-files", `more than ${MOST_FILES.toLocaleString("en-US")} files were chosen`, "Choose fewer at a time");
  const inspected: Inspected[] = [];
  for (const file of files) {
    const head = await inspectBeatHead(file);
    control.signal.throwIfAborted();
    inspected.push({ head, guess: guessBeats(head) });
  }
  const doubtful = inspected.find(({ guess }) => guess.reasons.length > 0);
  if (doubtful && !answers) return { kind: "question", question: beatQuestion(doubtful.head, doubtful.guess) };
  const layouts = inspected.map((file) => decideLayout(file, answers, doubtful ?? inspected[0]));
  requireFittingBeats(inspected.map(({ head }) => head.file.name), layouts);
  return { kind: "table", table: await readTable(inspected, layouts, control) };
}

interface Inspected {
  readonly head: BeatHead;
  readonly guess: BeatGuess;
}

function decideLayout(file: Inspected, answers: BeatAnswers | null, asked: Inspected): BeatLayout {
  const { head, guess } = file;
  if (answers && isSameBeatLayout(file, asked)) {
    // Each file has a header or none; what the user says of it goes where the reader would have said as for the file asked about.
    const hasHeader = answers.hasHeader === asked.head.hasHeader ? head.hasHeader : answers.hasHeader;
    return layoutOfAnswers(head, { ...answers, hasHeader });
  }
  if (guess.reasons.length === 0) return layoutOfAnswers(head, guess.answers);
  throw new ProblemError("several-layouts", "this file is laid out in another way than the one you described, and it is not clear how", "Open it on its own", {
    file: head.file.name,
  });
}

async function readTable(inspected: readonly Inspected[], layouts: readonly BeatLayout[], control: ReadControl): Promise<BeatTable> {
  const log = new FindingLog();
  const { samplingRateHz } = layouts[0];
  const samplesInFile = samplesInRow(layouts[0]);
  const columns = new BeatColumnsBuilder(samplingRateHz === null ? samplesInFile : HEARTBEAT_SAMPLES);
  const bytesInAll = inspected.reduce((sum, { head }) => sum + head.file.size, 0);
  const files: SourceFile[] = [];
  let bytesBefore = 0;
  for (const [file, { head }] of inspected.entries()) {
    const rows = new BeatRows({ head, layout: layouts[file], file, columns, log });
    files.push(await readFile(head, rows, { ...control, bytesBefore, bytesInAll }));
    log.add("comment-lines", head.comments);
    if (head.encoding === "windows-1252") log.add("windows-1252", 1);
    bytesBefore += head.file.size;
  }
  const beats = columns.finish();
  const isLabelled = beats.label.some((label) => label !== UNLABELLED);
  const coding = layouts.find((layout) => layout.coding !== null)?.coding ?? null;
  const scheme = isLabelled && coding !== null ? schemeOf(coding) : null;
  if (scheme === "aami" && samplesInFile === HEARTBEAT_SAMPLES) noteZeroOrOne(beats.label, log);
  return {
    kind: "beats",
    files,
    form: layouts.every(({ form }) => form === layouts[0].form) ? layouts[0].form : "other",
    beats: { ...beats, scheme },
    samplingRateHz: beats.samplesPerBeat === HEARTBEAT_SAMPLES ? HEARTBEAT_RATE_HZ : null,
    resampledFrom: samplingRateHz === null ? null : { samplesPerBeat: samplesInFile, samplingRateHz },
    findings: log.findings(),
  };
}

/** The published PTB files have the heartbeat CSV's form, but label beats 0 or 1. */
function noteZeroOrOne(label: Uint8Array, log: FindingLog): void {
  const labelled = label.filter((value) => value !== UNLABELLED);
  if (labelled.includes(1) && labelled.every((value) => value <= 1)) log.add("zero-or-one", labelled.length);
}

/** Streams one file to `rows`, and hashes it on the way; no more of its text than a chunk and a line is held. */
async function readFile(head: BeatHead, rows: BeatRows, options: ChunkOptions): Promise<SourceFile> {
  const { file } = head;
  const sha256 = await createSHA256();
  const lines = new NumberLines(head, rows);
  for await (const bytes of readChunks(file, options)) {
    sha256.update(bytes);
    lines.feed(bytes);
  }
  lines.end();
  if (rows.count === 0) {
    throw new ProblemError("header-only", "there is no row of data below the header", "Choose a file that holds beats, one a row", { file: file.name, line: lines.line });
  }
  return { name: file.name, bytes: file.size, sha256: sha256.digest(), rows: rows.count };
}
