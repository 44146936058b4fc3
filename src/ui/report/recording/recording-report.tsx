import { useMemo } from "react";
import type { LoadedRecordingCheck } from "../../../db/records.ts";
import { PrintedDrift } from "../../monitoring/printed-drift.tsx";
import { formatDateTime } from "../../shared/format.ts";
import { useRecordingView } from "../../recording/use-recording-view.ts";
import { PAPER_TOKENS } from "../paper.ts";
import { PrintTools } from "../print-tools.tsx";
import { useStoredRelabels } from "../use-stored-relabels.ts";
import { ClassTable } from "./class-table.tsx";
import { DiagnosisTable } from "./diagnosis-table.tsx";
import { EventSummary } from "./event-summary.tsx";
import { FullDisclosure } from "./full-disclosure.tsx";
import { MethodAndLimits } from "./method-and-limits.tsx";
import { eventsToPrint } from "./printed-events.ts";
import { PrintedStrips } from "./printed-strips.tsx";
import { PrintedTemplates } from "./printed-templates.tsx";
import { PrintedTwelveLeads } from "./printed-twelve-leads.tsx";
import { ReportFacts } from "./report-facts.tsx";
import { SummaryFigures } from "./summary-figures.tsx";
import report from "../report.module.css";
import styles from "./recording-report.module.css";

interface RecordingReportProps {
  readonly check: LoadedRecordingCheck;
  readonly resultHref: string;
  readonly detectorName: string;
}

/** So many strips fill two pages. */
const MOST_STRIPS = 8;

/** The check of a recording on paper: whose it is, its figures and how they were made, strips of its most urgent events to scale, its beats by shape, and the whole of it. */
export function RecordingReport({ check, resultHref, detectorName }: RecordingReportProps) {
  const { record } = check;
  const stored = useStoredRelabels(record.id);
  const view = useRecordingView(check, stored.relabels);
  const printed = useMemo(() => eventsToPrint(view.events, MOST_STRIPS), [view.events]);
  return (
    <>
      <PrintTools stored={stored} resultHref={resultHref} paper="A4 at 100 %: strips print at 25 mm/s and 10 mm/mV. “Save as PDF” is among the printers." />
      <article className={`${report.page} ${styles.page}`} style={PAPER_TOKENS} aria-label={`Report of ${record.name}`}>
        <header className={report.top}>
          <h2>{record.name}</h2>
          <span>Isoline · ECG recording · {formatDateTime(record.createdAt)}</span>
        </header>
        <ReportFacts view={view} detectorName={detectorName} />
        <PrintedDrift drift={record.drift} />
        <SummaryFigures view={view} />
        <div className={styles.tables}>
          {record.diagnosis !== null && <DiagnosisTable diagnosis={record.diagnosis} stated={check.recording.diagnoses} />}
          <ClassTable labels={view.labels} />
          <EventSummary view={view} />
        </div>
        <MethodAndLimits view={view} detectorName={detectorName} />
        <PrintedTwelveLeads recording={check.recording} />
        <PrintedStrips view={view} events={printed} />
        <PrintedTemplates view={view} />
        <FullDisclosure view={view} />
        <footer className={report.foot}>
          <span>Reviewed by ______________________  Date ______________</span>
          <strong>Research use only — not a medical device; not for diagnosis</strong>
        </footer>
      </article>
    </>
  );
}
