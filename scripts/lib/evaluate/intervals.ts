import { parseArgs } from "node:util";
import { annotatedWaves } from "../../../src/ecg/delineation/annotated-waves.ts";
import { delineate } from "../../../src/ecg/delineation/delineate.ts";
import { BOUNDARIES, NOT_FOUND, type Boundary } from "../../../src/ecg/delineation/delineation.ts";
import { BOUNDARY_TOLERANCE_MS, boundaryErrors, boundaryFigures, boundaryIntervals, type BoundaryErrors, type BoundaryFigures, type BoundaryIntervals } from "../../../src/ecg/metrics/boundary-errors.ts";
import { detectPeaks } from "../../../src/ecg/peaks/detect-peaks.ts";
import { ProblemError } from "../../../src/ecg/problem.ts";
import type { Recording } from "../../../src/ecg/recording/recording.ts";
import { alignColumns, figureText } from "../../../src/models/evaluation/text-table.ts";
import { fromUser } from "../from-user.ts";
import { readWfdbRecord, wfdbRecords } from "../read-wfdb.ts";
import { parseOrExplain } from "../run-main.ts";

const USAGE = "npm run evaluate -- intervals LUDB_DIR [--json]";
/** The lead that delineators are compared in on LUDB. */
const LEAD = "II";

/** The boundaries of waves as found around our own R peaks, against those that cardiologists marked in lead II. */
export async function measureIntervals(args: readonly string[]): Promise<string> {
  const { folder, json } = readArguments(args);
  const records = await wfdbRecords(folder);
  if (records.length === 0) throw new ProblemError("no-records", `there is no WFDB record in ${folder}`, "Name the folder that holds LUDB's .hea, .dat and .ii files");
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const errors: Record<Boundary, BoundaryErrors>[] = [];
  for (const record of records) errors.push(errorsOf(await readWfdbRecord(folder, record, control), record));
  const boundaries = {} as Record<Boundary, BoundaryFigures>;
  const intervals = {} as Record<Boundary, BoundaryIntervals>;
  for (const boundary of BOUNDARIES) {
    const ofAll = errors.map((ofRecord) => ofRecord[boundary]);
    boundaries[boundary] = boundaryFigures(ofAll);
    intervals[boundary] = boundaryIntervals(ofAll);
  }
  return json ? JSON.stringify({ records: records.length, boundaries, intervals }, null, 2) : figuresText(records.length, boundaries, intervals);
}

function errorsOf({ leads, annotations, samplingRateHz }: Recording, record: string): Record<Boundary, BoundaryErrors> {
  const lead = leads.find(({ name }) => name === LEAD);
  if (lead === undefined) throw new ProblemError("no-lead", `record ${record} has no lead ${LEAD}`, "Measure records of LUDB");
  if (annotations === null || annotations.sample.length === 0) throw new ProblemError("no-annotations", `record ${record} has no annotations`, `Put its annotation file of lead ${LEAD} (.ii) beside it`);
  const found = delineate(lead.samplesMv, samplingRateHz, detectPeaks(lead.samplesMv, samplingRateHz, lead));
  const marks = annotatedWaves(annotations);
  const span = { from: annotations.sample[0], to: annotations.sample[annotations.sample.length - 1] };
  const errors = {} as Record<Boundary, BoundaryErrors>;
  for (const boundary of BOUNDARIES) {
    const detected = Uint32Array.from(found[boundary].filter((sample) => sample !== NOT_FOUND));
    errors[boundary] = boundaryErrors(marks[boundary], detected, samplingRateHz, span);
  }
  return errors;
}

function figuresText(records: number, boundaries: Record<Boundary, BoundaryFigures>, intervals: Record<Boundary, BoundaryIntervals>): string {
  const rows = BOUNDARIES.map((boundary) => [
    boundary,
    figureText(boundaries[boundary].sensitivity, intervals[boundary].sensitivity),
    figureText(boundaries[boundary].positivePredictivity, intervals[boundary].positivePredictivity),
    figureText(boundaries[boundary].meanErrorMs, intervals[boundary].meanErrorMs, 1),
    figureText(boundaries[boundary].sdErrorMs, intervals[boundary].sdErrorMs, 1),
  ]);
  return [
    `${records} records, lead ${LEAD}, at R peaks found by Isoline; within ${BOUNDARY_TOLERANCE_MS} ms of a cardiologist's mark`,
    "",
    ...alignColumns([["Boundary", "Sensitivity", "+P", "Mean error, ms", "SD of error, ms"], ...rows]),
    "",
    "[95 % interval]: bootstrap over records. Counted from the first to the last mark of each record.",
  ].join("\n");
}

function readArguments(args: readonly string[]) {
  const options = { json: { type: "boolean", default: false } } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one folder of records is measured at a time", `Usage: ${USAGE}`);
  return { folder: fromUser(positionals[0]), json: values.json };
}
