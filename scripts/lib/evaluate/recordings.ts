import { parseArgs } from "node:util";
import { peakFigures, poolPeaks, type PeakFigures } from "../../../src/ecg/metrics/peak-figures.ts";
import { measureRPeaks, type RPeakMeasurement } from "../../../src/ecg/peaks/measure-r-peaks.ts";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { fromUser } from "../from-user.ts";
import { readWfdbRecord, wfdbRecords } from "../read-wfdb.ts";
import { parseOrExplain } from "../run-main.ts";

const USAGE = "npm run evaluate -- recordings DIR [--noise DB] [--json], where DIR holds WFDB records with beat annotations (.hea, .dat, .atr) and DB is the signal-to-noise ratio of electrode motion to add";
const control = { signal: new AbortController().signal, onProgress: () => undefined };

/** One object for --json: what is pooled over all records, and the same for each by its name. */
interface RecordingsEvaluation {
  readonly records: number;
  readonly rPeaks: PeakFigures;
  readonly perRecord: Readonly<Record<string, { readonly rPeaks: PeakFigures; readonly flutter: RPeakMeasurement["flutter"] }>>;
}

/** R peaks in the first lead of every annotated record of a folder, against its annotations. */
export async function measureRecordings(args: readonly string[]): Promise<string> {
  const { folder, snrDb, json } = readArguments(args);
  const measured = new Map<string, RPeakMeasurement>();
  for (const record of await wfdbRecords(folder)) {
    const { annotations, leads, samplingRateHz } = await readWfdbRecord(folder, record, control);
    if (annotations === null) continue;
    const noise = snrDb === null ? {} : { noise: { snrDb, seed: measured.size + 1 } };
    measured.set(record, measureRPeaks(leads[0], { samplingRateHz, annotations, ...noise }));
  }
  if (measured.size === 0) {
    throw new ProblemError("no-annotated-record", "the folder has no WFDB record with annotations", `Usage: ${USAGE}`, { file: folder });
  }
  return json ? JSON.stringify(evaluationOf(measured), null, 2) : evaluationText(measured);
}

function evaluationOf(measured: ReadonlyMap<string, RPeakMeasurement>): RecordingsEvaluation {
  return {
    records: measured.size,
    rPeaks: peakFigures(pooled(measured)),
    perRecord: Object.fromEntries([...measured].map(([record, { counts, flutter }]) => [record, { rPeaks: peakFigures(counts), flutter }])),
  };
}

function pooled(measured: ReadonlyMap<string, RPeakMeasurement>) {
  return poolPeaks([...measured.values()].map(({ counts }) => counts));
}

function evaluationText(measured: ReadonlyMap<string, RPeakMeasurement>): string {
  const row = (name: string, counts: RPeakMeasurement["counts"]) => {
    const { tolerance150, tolerance50, meanAbsoluteErrorMs } = peakFigures(counts);
    const { matched, missed, extra } = counts.tolerance150;
    const shares = [tolerance150.sensitivity, tolerance150.positivePredictivity, tolerance50.sensitivity, tolerance50.positivePredictivity];
    return [name, ...[matched + missed, missed, extra].map(String), ...shares.map(percent), meanAbsoluteErrorMs?.toFixed(2) ?? "–"];
  };
  const header = ["record", "beats", "missed", "extra", "Se 150", "+P 150", "Se 50", "+P 50", "error ms"];
  const rows = [header, ...[...measured].map(([record, { counts }]) => row(record, counts)), row("all", pooled(measured))];
  const flutter = [...measured].filter(([, { flutter: { episodes } }]) => episodes > 0).map(
    ([record, { flutter: { episodes, durationS, detected } }]) =>
      `${record}: ${episodes} episodes of ventricular flutter, ${durationS.toFixed(1)} s with ${detected} detections, are left out of these figures.`,
  );
  return ["R peaks, whole record, EC57-style: matched within 150 ms and within 50 ms; shares in %", ...rows.map((cells) => cells.map((cell) => cell.padStart(9)).join("")), ...flutter].join("\n");
}

function percent(share: number | null): string {
  return share === null ? "–" : (100 * share).toFixed(2);
}

function readArguments(args: readonly string[]) {
  const options = { noise: { type: "string" }, json: { type: "boolean", default: false } } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one folder of records is measured at a time", `Usage: ${USAGE}`);
  const snrDb = values.noise === undefined ? null : Number(values.noise);
  if (Number.isNaN(snrDb)) throw new ProblemError("usage", "the signal-to-noise ratio is a number", `Usage: ${USAGE}`, { value: values.noise ?? "" });
  return { folder: fromUser(positionals[0]), snrDb, json: values.json };
}
