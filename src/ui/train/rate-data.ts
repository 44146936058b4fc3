import type { LoadedHeartRateCheck, VerdictRecord } from "../../db/records.ts";
import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";
import { rowVerdicts } from "../check/row-verdicts.ts";
import type { LabelSource } from "./beat-data.ts";

/** Patients put together to learn from. */
export interface GatheredRates {
  readonly patients: readonly PatientSeries[];
  readonly files: readonly SourceFile[];
}

export interface RateCounts {
  readonly normal: number;
  readonly anomalous: number;
  readonly unlabelled: number;
}

/** Rows by label. */
export function countRates(patients: readonly Pick<PatientSeries, "label">[]): RateCounts {
  const count = (wanted: number) => patients.reduce((sum, { label }) => sum + label.reduce((own, each) => own + Number(each === wanted), 0), 0);
  return { normal: count(0), anomalous: count(1), unlabelled: count(UNLABELLED) };
}

/** Patients of one opened file, with what a clinician said of the events that a detector reported. */
export interface RateSource {
  readonly files: readonly SourceFile[];
  readonly patients: readonly PatientSeries[];
  /** by patient and row: 1 and 0 in events accepted and rejected, `open` in reported ones without a verdict, `quiet` elsewhere */
  readonly said: (patient: number, row: number) => 0 | 1 | "open" | "quiet";
  /** whether a clinician has looked at the patient: gave a verdict on an event */
  readonly isReviewed: (patient: number) => boolean;
}

export const sourceOfRates = ({ files, patients }: Pick<HeartRateTable, "files" | "patients">): RateSource => ({ files, patients, said: () => "quiet", isReviewed: () => false });

/** A check's patients. Of several checks of one opening the first is taken: their events are not the same. */
export function sourcesOfRateChecks(checks: readonly { readonly check: LoadedHeartRateCheck; readonly verdicts: readonly VerdictRecord[] }[]): RateSource[] {
  const firsts = checks.filter(({ check }, i) => checks.findIndex((other) => other.check.record.signalsId === check.record.signalsId) === i);
  return firsts.map(({ check, verdicts }) => {
    const verdictAt = rowVerdicts(check, verdicts);
    const { patients, scores, record } = check;
    return {
      files: record.files,
      patients,
      isReviewed: (patient) => verdicts.some(({ patientId }) => patientId === patients[patient].patientId),
      said(patient, row) {
        const verdict = verdictAt(patient, row);
        if (verdict === "accepted") return 1;
        if (verdict === "rejected") return 0;
        return verdict === "uncertain" || scores[patient][row] >= record.threshold ? "open" : "quiet";
      },
    };
  });
}

/**
 * The patients to learn from, a label each row. `file-and-clinician`: the file's label, corrected by accepted and rejected
 * events. `clinician`: reviewed patients alone; what was reported and left without a verdict is unlabelled, what was not
 * reported is taken as normal. Patients without a label are left out.
 */
export function gatherRates(sources: readonly RateSource[], labels: LabelSource): GatheredRates {
  const patients = sources.flatMap(({ patients: own, said, isReviewed }, source) =>
    own.flatMap((series, patient) => {
      if (labels === "clinician" && !isReviewed(patient)) return [];
      const label = series.label.map((fromFile, row) => {
        const word = said(patient, row);
        if (word === 0 || word === 1) return word;
        if (labels === "file-and-clinician") return fromFile;
        return word === "open" ? UNLABELLED : 0;
      });
      if (label.every((each) => each === UNLABELLED)) return [];
      return [{ ...series, patientId: sources.length > 1 ? `${source + 1}/${series.patientId}` : series.patientId, label }];
    }),
  );
  return { patients, files: sources.flatMap(({ files }) => files) };
}
