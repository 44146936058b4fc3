import { useMemo } from "react";
import type { LoadedCheck } from "../../db/records.ts";
import { useChecks } from "../compare/use-checks.ts";
import { DamagedNote } from "../shared/damaged-note.tsx";
import { EmptyState } from "../shared/empty-state.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useDelayed } from "../shared/use-delayed.ts";
import { VisuallyHidden } from "../shared/visually-hidden.tsx";
import { BeatReport } from "./beats/beat-report.tsx";
import { RecordingReport } from "./recording/recording-report.tsx";
import { ReportPages } from "./report-pages.tsx";
import { useNotedPrint } from "./use-noted-print.ts";
import styles from "./report.module.css";

interface ReportScreenProps {
  readonly checkId: string;
  /** index in the check; null: all patients in one print */
  readonly patient: number | null;
  /** must stay the same between renders */
  readonly loadCheck: (id: string) => Promise<LoadedCheck | undefined>;
  readonly resultHref: (id: string) => string;
  readonly detectorName: (id: string) => string;
}

/** A check as it goes on paper: one page a patient, or the check of a beat table or a recording as a whole. */
export function ReportScreen({ checkId, patient, loadCheck, resultHref, detectorName }: ReportScreenProps) {
  const ids = useMemo(() => [checkId], [checkId]);
  const loading = useChecks(ids, loadCheck);
  const isSlow = useDelayed(loading.kind === "loading");
  const check = loading.kind === "loaded" ? loading.checks[0] : null;
  useNotedPrint(check?.record ?? null);
  const isUnknown = check?.kind === "heart-rate" && patient !== null && patient >= check.record.patientIds.length;
  return (
    <div className={styles.screen}>
      <h1 tabIndex={-1} className={styles.title}>
        {check?.kind === "heart-rate" && patient === null ? "Reports of all patients" : "Report"}{check !== null && <VisuallyHidden> of {check.record.name}</VisuallyHidden>}
      </h1>
      {loading.kind === "loading" && isSlow && <p role="status">Reading the saved check …</p>}
      {loading.kind === "failed" && <ProblemAlert problem={loading.problem} />}
      {loading.kind === "missing" && (
        <EmptyState title="There is no such check on this device" actions={<a href="#/history">Open History</a>}>
          It was deleted, was never saved, or belongs to another browser: checks never leave the device they were made on.
        </EmptyState>
      )}
      {isUnknown && (
        <EmptyState title={`This check has no patient number ${patient + 1}`} actions={<a href={resultHref(checkId)}>Open the result</a>}>
          Pick one of its patients there, or print the reports of all.
        </EmptyState>
      )}
      {check !== null && <DamagedNote lists={["verdicts", "relabels"]} of={{ checkId }} />}
      {check?.kind === "beats" && <BeatReport check={check} resultHref={resultHref(checkId)} detectorName={detectorName(check.record.detectorId)} />}
      {check?.kind === "recording" && <RecordingReport check={check} resultHref={resultHref(checkId)} detectorName={detectorName(check.record.detectorId)} />}
      {check?.kind === "heart-rate" && !isUnknown && (
        <ReportPages
          key={`${checkId}/${patient ?? ""}`} check={check} patient={patient}
          resultHref={resultHref(checkId)} detectorName={detectorName(check.record.detectorId)}
        />
      )}
    </div>
  );
}
