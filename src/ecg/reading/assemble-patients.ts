import { ProblemError } from "../problem.ts";
import { pause } from "../progress.ts";
import { fillGaps } from "../heart-rate/gaps.ts";
import { isPlausibleBpm, PLAUSIBLE_BPM, ROW_FLAG, type ExtraColumn, type PatientSeries } from "../heart-rate/table.ts";
import { UNLABELLED } from "../table.ts";
import { sortOrder } from "../numeric/sort-order.ts";
import { unwrapMidnights } from "./clock-days.ts";
import type { FindingLog, Note } from "./findings.ts";
import { mergeKept, pickRows } from "./merge-kept.ts";
import type { FileRead } from "./read-file.ts";

/** Where the times come from: a column, the running sum of RR intervals, or the row numbers. */
export type TimeSource = "column" | "rr-sum" | "row-number";

export interface AssemblyOptions {
  /** the patient of each code, in the order in which they first appear */
  readonly patientIds: readonly string[];
  readonly timeSource: TimeSource;
  readonly log: FindingLog;
  readonly signal: AbortSignal;
}

/** Rows handled between two turns for messages. */
const ROWS_PER_TURN = 1 << 20;

/** A patient's rows in input order, while they are gathered. */
interface Draft {
  readonly patientId: string;
  readonly sourceRow: Uint32Array<ArrayBuffer>;
  readonly timeS: Float64Array<ArrayBuffer>;
  readonly rate: Float64Array<ArrayBuffer>;
  readonly label: Uint8Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  readonly hrDiff: Float64Array<ArrayBuffer>;
  readonly peakLabel: Uint8Array<ArrayBuffer>;
  rows: number;
}

/**
 * The rows of all files by patient, in the order of time (stable), gaps filled. Notes what the user should know.
 * Throws ProblemError `no-known-rate` for a patient of gaps only; once aborted, the signal's reason.
 */
export async function assemblePatients(files: readonly FileRead[], options: AssemblyOptions): Promise<PatientSeries[]> {
  const { patientIds, timeSource, log, signal } = options;
  const drafts = emptyDrafts(files, patientIds);
  let offset = 0;
  for (const file of files) {
    await pause(signal);
    gather(file, offset, drafts, log);
    offset += file.source.rows;
  }
  log.add("merged-files", countShared(files, patientIds.length));

  const keptColumns = mergeKept(files.map(({ source, rows }) => ({ rows: source.rows, kept: rows.kept })));
  const isScaled = files.every(({ layout }) => layout.unit === "scaled");
  const isGiven = files.every(({ rows }) => rows.given !== null);
  const isLabelled = files.some(({ rows }) => rows.label.some((label) => label !== UNLABELLED));
  const patients: PatientSeries[] = [];
  let rowsSincePause = 0;
  for (const draft of drafts) {
    rowsSincePause += draft.rows;
    if (rowsSincePause > ROWS_PER_TURN) {
      await pause(signal);
      rowsSincePause = 0;
    }
    patients.push(finishPatient(draft, { files, timeSource, keptColumns, isScaled, isGiven, isLabelled, log }));
  }
  return patients;
}

function emptyDrafts(files: readonly FileRead[], patientIds: readonly string[]): Draft[] {
  const counts = new Uint32Array(patientIds.length);
  for (const { rows } of files) for (const patient of rows.patient) counts[patient]++;
  const isGiven = files.some(({ rows }) => rows.given !== null);
  return patientIds.map((patientId, patient) => {
    const rows = counts[patient];
    return {
      patientId,
      sourceRow: new Uint32Array(rows),
      timeS: new Float64Array(rows),
      rate: new Float64Array(rows),
      label: new Uint8Array(rows),
      flags: new Uint8Array(rows),
      hrDiff: new Float64Array(isGiven ? rows : 0),
      peakLabel: new Uint8Array(isGiven ? rows : 0),
      rows: 0,
    };
  });
}

/** The number of patients in more than one file. */
function countShared(files: readonly FileRead[], patientCount: number): number {
  const filesOf = new Uint32Array(patientCount);
  for (const { rows } of files) {
    const isHere = new Uint8Array(patientCount);
    for (const patient of rows.patient) isHere[patient] = 1;
    isHere.forEach((here, patient) => (filesOf[patient] += here));
  }
  return filesOf.filter((count) => count > 1).length;
}

/** Puts each row of a file behind the rows its patient has already. */
function gather({ source, rows, layout }: FileRead, offset: number, drafts: readonly Draft[], log: FindingLog): void {
  const { patient, rate, label, flags, line, given } = rows;
  const hasTime = rows.timeS.length > 0;
  const timeS =
    layout.timeKind === "clock"
      ? unwrapMidnights(rows.timeS, patient, drafts.length, (row) => log.note("past-midnight", source.name, line[row]))
      : rows.timeS;
  const previousTimeS = new Float64Array(drafts.length).fill(-Infinity);
  for (let row = 0; row < source.rows; row++) {
    const p = patient[row];
    const draft = drafts[p];
    const at = draft.rows++;
    draft.sourceRow[at] = offset + row;
    draft.rate[at] = rate[row];
    draft.label[at] = label[row];
    draft.flags[at] = flags[row];
    if (given) {
      draft.hrDiff[at] = given.hrDiff[row];
      draft.peakLabel[at] = given.peakLabel[row];
    }
    if (!hasTime) {
      draft.timeS[at] = at;
      continue;
    }
    draft.timeS[at] = timeS[row];
    if (timeS[row] < previousTimeS[p]) {
      draft.flags[at] |= ROW_FLAG.timeBackwards;
      log.note("time-backwards", source.name, line[row]);
    }
    previousTimeS[p] = timeS[row];
  }
}

/** File and line of a row by its number over all files. */
function placeOf(files: readonly FileRead[], sourceRow: number): { file: string; line: number } {
  let file = 0;
  let row = sourceRow;
  for (; row >= files[file].source.rows; file++) row -= files[file].source.rows;
  return { file: files[file].source.name, line: files[file].rows.line[row] };
}

interface FinishOptions {
  readonly files: readonly FileRead[];
  readonly timeSource: TimeSource;
  readonly keptColumns: readonly ExtraColumn[];
  readonly isScaled: boolean;
  readonly isGiven: boolean;
  /** some row of the table has a label */
  readonly isLabelled: boolean;
  readonly log: FindingLog;
}

function finishPatient(draft: Draft, options: FinishOptions): PatientSeries {
  const { files, timeSource, keptColumns, isScaled, isGiven, isLabelled, log } = options;
  const { patientId, sourceRow, timeS, rate, label, flags, hrDiff, peakLabel } = inTimeOrder(draft);
  const note = (what: Note, row: number) => {
    const { file, line } = placeOf(files, sourceRow[row]);
    log.note(what, file, line);
  };
  if (isLabelled) {
    for (let row = 0; row < label.length; row++) if (label[row] === UNLABELLED) note("unlabelled-rows", row);
  }
  if (timeSource === "column") {
    for (let row = 0; row < timeS.length; row++) {
      if (timeS[row] !== timeS[row - 1] && timeS[row] !== timeS[row + 1]) continue;
      flags[row] |= ROW_FLAG.duplicateTime;
      note("duplicate-times", row);
    }
  }
  const rateBpm = withoutGaps(rate);
  if (rateBpm === null) {
    throw new ProblemError(
      "no-known-rate",
      `patient “${patientId}” has no heart rate in any of ${rate.length.toLocaleString("en-US")} rows`,
      "Remove the rows of this patient or enter the heart rates",
      placeOf(files, sourceRow[0]),
    );
  }
  if (!isScaled) {
    for (let row = 0; row < rateBpm.length; row++) {
      if ((flags[row] & ROW_FLAG.filled) === 0 || isPlausibleBpm(rateBpm[row])) continue;
      flags[row] |= ROW_FLAG.outOfRange;
      note("filled-out-of-range", row);
    }
  }
  return {
    patientId,
    sourceRow,
    timeS: timeSource === "rr-sum" ? sumOfIntervals(rateBpm, flags) : timeS,
    rateBpm,
    label,
    flags,
    given: isGiven ? { hrDiff, peakLabel } : null,
    extra: keptColumns.map((column) => pickRows(column, sourceRow)),
  };
}

function inTimeOrder(draft: Draft): Draft {
  const { timeS } = draft;
  let isOrdered = true;
  for (let row = 1; isOrdered && row < timeS.length; row++) isOrdered = timeS[row - 1] <= timeS[row];
  if (isOrdered) return draft;
  const order = sortOrder(timeS);
  return {
    ...draft,
    sourceRow: draft.sourceRow.map((_, i) => draft.sourceRow[order[i]]),
    timeS: timeS.map((_, i) => timeS[order[i]]),
    rate: draft.rate.map((_, i) => draft.rate[order[i]]),
    label: draft.label.map((_, i) => draft.label[order[i]]),
    flags: draft.flags.map((_, i) => draft.flags[order[i]]),
    hrDiff: draft.hrDiff.map((_, i) => draft.hrDiff[order[i]]),
    peakLabel: draft.peakLabel.map((_, i) => draft.peakLabel[order[i]]),
  };
}

/** Null where every value is missing. */
function withoutGaps(rate: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> | null {
  if (!rate.some(Number.isNaN)) return rate;
  const { filled } = fillGaps(rate);
  return Number.isNaN(filled[0]) ? null : filled;
}

/** The end of each interval, in seconds from the start of the first. A filled rate may be below zero: time never goes backwards for it. */
function sumOfIntervals(rateBpm: Float64Array, flags: Uint8Array): Float64Array<ArrayBuffer> {
  let timeS = 0;
  return rateBpm.slice().map((bpm, row) => (timeS += 60 / ((flags[row] & ROW_FLAG.filled) === 0 ? bpm : Math.max(bpm, PLAUSIBLE_BPM.min))));
}
