import { AAMI } from "../beats/classes.ts";
import { isPlausibleBpm, ROW_FLAG, type HeartRateTable, type PatientSeries } from "../heart-rate/table.ts";
import { ProblemError } from "../problem.ts";
import { instantaneousRate, type RrSeries } from "../rhythm/rr-series.ts";
import { UNLABELLED, type Finding } from "../table.ts";
import type { Recording } from "./recording.ts";

/** Says of each row which of the recording's beats it is, counted from 1. */
const BEAT_COLUMN = "beat";

/**
 * The instantaneous heart rate of a recording as a table for the heart-rate check: a row per RR interval, at the beat that ends
 * it, in seconds from the recording's start. `classes` are somebody's marks, an index into CLASSES.aami or UNLABELLED per R
 * peak, never a model's: a beat of class S, V or F is a true anomaly. Throws ProblemError `no-rr-intervals` without any row.
 */
export function heartRateTable({ files, patient }: Recording, rr: RrSeries, classes: Uint8Array | null): HeartRateTable {
  const { peakSample, endBeat, samplingRateHz } = rr;
  const rows = endBeat.length;
  if (rows === 0) {
    throw new ProblemError(
      "no-rr-intervals",
      `there are no two heartbeats in a row (${peakSample.length} R ${peakSample.length === 1 ? "peak" : "peaks"} found), so there is no heart rate to check`,
      "Choose another lead or a recording with a clearer signal",
      { file: files[0].name },
    );
  }
  const rateBpm = instantaneousRate(rr);
  const label = Uint8Array.from(endBeat, (beat) => (classes === null ? UNLABELLED : labelOf(classes[beat])));
  const labelled = label.some((own) => own !== UNLABELLED);
  const flags = Uint8Array.from(rateBpm, (bpm) => (isPlausibleBpm(bpm) ? 0 : ROW_FLAG.outOfRange));
  return {
    kind: "heart-rate",
    files,
    form: "plain",
    unit: "bpm",
    timeKind: "seconds",
    columns: [
      { name: "timestamp", role: "time" },
      { name: "patient_id", role: "patient" },
      { name: "heart_rate", role: "rate" },
      { name: BEAT_COLUMN, role: "other" },
      ...(labelled ? [{ name: "label", role: "label" } as const] : []),
    ],
    rows,
    labelled,
    patients: [
      {
        patientId: patient.id ?? withoutExtension(files[0].name),
        sourceRow: Uint32Array.from(endBeat.keys()),
        timeS: Float64Array.from(endBeat, (beat) => peakSample[beat] / samplingRateHz),
        rateBpm,
        label,
        flags,
        given: null,
        extra: [{ name: BEAT_COLUMN, kind: "number", values: Float64Array.from(endBeat, (beat) => beat + 1) }],
      },
    ],
    findings: findingsOf(peakSample.length - 1 - rows, flags, labelled ? label.filter((own) => own === UNLABELLED).length : 0),
  };
}

/** The beat, as index, of a row of a recording's heart rate; null where the table was not made of a recording. */
export function beatOfRow({ extra }: Pick<PatientSeries, "extra">, row: number): number | null {
  const column = extra.find(({ name }) => name === BEAT_COLUMN);
  return column?.kind === "number" ? column.values[row] - 1 : null;
}

function labelOf(beatClass: number): number {
  if (beatClass === UNLABELLED) return UNLABELLED;
  return beatClass === AAMI.S || beatClass === AAMI.V || beatClass === AAMI.F ? 1 : 0;
}

function findingsOf(leftOut: number, flags: Uint8Array, unlabelled: number): Finding[] {
  const outOfRange = flags.filter((flag) => flag !== 0).length;
  const found = (code: Finding["code"], count: number, sentence: (count: string, plural: boolean) => string): Finding[] =>
    count === 0 ? [] : [{ code, count, sentence: sentence(count.toLocaleString("en-US"), count !== 1), examples: [] }];
  return [
    ...found("other", leftOut, (count, plural) => `${count} RR ${plural ? "intervals were" : "interval was"} left out, since the signal is unusable in between.`),
    ...found("out-of-range", outOfRange, (count, plural) => `${count} heart ${plural ? "rates lie" : "rate lies"} outside 15–350 bpm; kept and flagged.`),
    ...found("unlabelled-rows", unlabelled, (count, plural) => `${count} ${plural ? "beats have" : "beat has"} no annotation and ${plural ? "do" : "does"} not count in precision and recall.`),
  ];
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, "");
}
