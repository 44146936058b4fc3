import { useCallback, useEffect, useMemo } from "react";
import { mostSeverePatient } from "../../ecg/metrics/patient-counts.ts";
import { precisionRecallCurve } from "../../ecg/metrics/precision-recall.ts";
import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { DriftNotice } from "../monitoring/drift-notice.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { formatFixed } from "../shared/format.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { MethodCard } from "./method/method-card.tsx";
import { detectorOf } from "./method/detector-of.ts";
import { thresholdRule } from "./method/method-words.ts";
import { AccuracyCard } from "./metrics/accuracy-card.tsx";
import { countCheck } from "./metrics/check-counts.ts";
import { KpiTiles } from "./metrics/kpi-tiles.tsx";
import { ThresholdControl } from "./metrics/threshold-control.tsx";
import { useThreshold } from "./metrics/use-threshold.ts";
import { PatientReview } from "./patient-review.tsx";
import type { RecordingLink } from "./recording/recording-link.ts";
import { PatientsCard } from "./patients/patients-card.tsx";
import styles from "./result-view.module.css";

interface ResultViewProps {
  readonly check: LoadedHeartRateCheck;
  /** index of the patient picked; null or unknown: the most severe is shown */
  readonly patient: number | null;
  readonly onPickPatient: (patient: number) => void;
  /** the check of the recording that the heart rates came from; null where there is none */
  readonly recording: RecordingLink | null;
  /** the moment picked at first, of heart rates that came from a recording */
  readonly atS: number | null;
  readonly onPickTime: (timeS: number) => void;
}

/**
 * A check's result: how good it is, and each patient's signal and events to review. Render with the check's id as key.
 * While the slider moves, only the slider renders at once: the parts are memoised and follow with the deferred counts.
 */
export function ResultView({ check, patient, onPickPatient, recording, atS, onPickTime }: ResultViewProps) {
  const { record, patients, scores } = check;
  const count = useCallback((atThreshold: number) => countCheck({ patients, scores }, atThreshold), [patients, scores]);
  const { threshold, setThreshold, counts, problem } = useThreshold(record, count);
  const detector = detectorOf(record);
  const thresholdText = formatFixed(counts.threshold, detector.score.digits);

  const unknown = patient !== null && patient >= record.patientIds.length;
  // Not at the threshold in use: the patient must not change under the slider.
  const { shippedThreshold } = record;
  const mostSevere = useMemo(() => {
    const id = mostSeverePatient(patients, scores, shippedThreshold);
    return id === null ? -1 : record.patientIds.indexOf(id);
  }, [patients, scores, shippedThreshold, record.patientIds]);
  const pick = useCallback((id: string) => onPickPatient(record.patientIds.indexOf(id)), [record.patientIds, onPickPatient]);
  const index = patient === null || unknown ? mostSevere : patient;
  useEffect(() => {
    if (patient === null && mostSevere >= 0) onPickPatient(mostSevere);
  }, [patient, mostSevere, onPickPatient]);

  const curve = useMemo(
    () => (index < 0 ? null : precisionRecallCurve([patients[index].label], [scores[index]])),
    [patients, scores, index],
  );
  if (index < 0) {
    return <EmptyState title="No rows to show">This check holds no numeric rows. Open another file, or the sample data, under Check.</EmptyState>;
  }

  const series = patients[index];
  const shownId = record.patientIds[index];
  const own = counts.patients[index];
  return (
    <div className={styles.result}>
      {unknown && <ProblemAlert problem={{ sentence: `This check has no patient number ${patient + 1}: ${shownId} is shown. Pick a patient from the list.` }} />}
      {problem !== null && <ProblemAlert problem={problem} />}
      <DriftNotice drift={record.drift} />
      <KpiTiles
        pooled={counts.pooled} pooledAveragePrecision={record.curve?.averagePrecision ?? null}
        patient={own} patientAveragePrecision={curve?.averagePrecision ?? null} patientId={shownId}
      />
      <div className={styles.body}>
        <div className={styles.side}>
          <ThresholdControl
            score={detector.score} threshold={threshold} shippedThreshold={shippedThreshold}
            predicted={counts.pooled.predicted} onChange={setThreshold}
          />
          <PatientsCard patients={counts.patients} patientId={shownId} onPick={pick} />
        </div>
        <div className={styles.column}>
          {series.timeS.length === 0 ? (
            <EmptyState title={`Patient ${shownId} has no rows`}>Pick another patient from the list.</EmptyState>
          ) : (
            <PatientReview
              key={shownId} record={record} series={series} score={scores[index]} counts={own}
              threshold={counts.threshold} scoreDigits={detector.score.digits}
              recording={recording} atS={atS} onPickTime={onPickTime}
            />
          )}
          <AccuracyCard
            pooled={counts.pooled} pooledCurve={record.curve} patient={own} patientCurve={curve}
            patientId={shownId} threshold={thresholdText}
          />
          <MethodCard
            record={record} detector={detector}
            rule={thresholdRule(detector.score, { threshold: counts.threshold, shipped: shippedThreshold })}
          />
        </div>
      </div>
    </div>
  );
}
