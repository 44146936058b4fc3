import type { LoadedHeartRateCheck, VerdictRecord } from "../../db/records.ts";
import { findEvents } from "../../ecg/heart-rate/events.ts";
import { precisionRecallCurve } from "../../ecg/metrics/precision-recall.ts";
import { countPatient } from "../../ecg/metrics/patient-counts.ts";
import { PrintedDrift } from "../monitoring/printed-drift.tsx";
import { formatCount, formatCounted, formatDateTime, formatDuration, formatFixed } from "../shared/format.ts";
import { parameterText } from "../shared/named-parameters.ts";
import { intervalText, kpiFigures, labelSentence, type KpiName } from "../result/metrics/kpi-figures.ts";
import { formatMoment, formatSpan, timeScaleOf } from "../result/plot/time-axis.ts";
import { Fact } from "./fact.tsx";
import { firstOf } from "./first-of.ts";
import { PAPER_TOKENS } from "./paper.ts";
import { mostAnomalous, summariseVerdicts } from "./report-events.ts";
import styles from "./report.module.css";

/** What fits on the page beside the plot; the rest is counted. */
const EVENTS_LISTED = 12;

const FIGURES: readonly { readonly name: KpiName; readonly label: string }[] = [
  { name: "predicted", label: "Predicted beats" },
  { name: "true", label: "True (labelled)" },
  { name: "precision", label: "Precision" },
  { name: "recall", label: "Recall" },
  { name: "f1", label: "F1" },
  { name: "averagePrecision", label: "Average precision" },
];

interface ReportPageProps {
  readonly check: LoadedHeartRateCheck;
  readonly patient: number;
  readonly detectorName: string;
  readonly verdicts: readonly VerdictRecord[];
  /** address of the plot's picture */
  readonly plotUrl: string;
}

/** One patient on one printed page. */
export function ReportPage({ check, patient, detectorName, verdicts, plotUrl }: ReportPageProps) {
  const { record } = check;
  const series = check.patients[patient];
  const score = check.scores[patient];
  const counts = countPatient(series, score, record.threshold);
  const figures = kpiFigures(counts, precisionRecallCurve([series.label], [score])?.averagePrecision ?? null);
  const events = findEvents(series, score, record.threshold);
  const verdictOf = new Map(verdicts.map(({ peakRow, verdict }) => [peakRow, verdict]));
  const listed = mostAnomalous(events, EVENTS_LISTED);
  const scale = timeScaleOf(record.timeKind, series.timeS);
  const note = labelSentence(counts);
  return (
    <article className={styles.page} style={PAPER_TOKENS} aria-label={`Report of patient ${series.patientId}`}>
      <header className={styles.top}>
        <h2>Patient {series.patientId}</h2>
        <span>Isoline · heart-rate anomaly check · {formatDateTime(record.createdAt)}</span>
      </header>
      <dl className={styles.facts}>
        <Fact name="File" value={firstOf(record.files.map(({ name }) => name), ", ")} />
        <Fact name="SHA-256" value={firstOf(record.files.map(({ sha256 }) => sha256.slice(0, 16)), ", ")} />
        <Fact name="Rows" value={`${formatCount(counts.rows)} (${formatCount(counts.scored)} scored)`} />
        <Fact name="Detector" value={`${detectorName}, threshold ${formatFixed(record.threshold, 3)}`} />
        <Fact name="Parameters" value={parameterText(record.detectorId, record.parameters)} />
        <Fact name="Model" value={`version ${record.modelVersion}, ${record.modelHash.slice(0, 16)} on ${record.backend}, ${formatDuration(record.durationMs)}, Isoline ${record.appVersion}`} />
      </dl>
      <PrintedDrift drift={record.drift} />
      <dl className={styles.figures}>
        {FIGURES.map(({ name, label }) => {
          const { text, interval } = figures[name];
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{text}{interval && <small> {intervalText(interval)}</small>}</dd>
            </div>
          );
        })}
      </dl>
      {note !== null && <p className={styles.note}>{note}</p>}
      <img className={styles.plot} src={plotUrl} alt={`Heart rate of patient ${series.patientId}: ${formatCounted(counts.predicted, "predicted beat")} in ${formatCounted(events.length, "event")}`} />
      <h3>Events <small>{summariseVerdicts(events, verdictOf)}</small></h3>
      {listed.length === 0 ? <p className={styles.note}>No event at this threshold.</p> : (
        <table className={styles.events}>
          <thead>
            <tr><th scope="col">Start</th><th scope="col">Duration</th><th scope="col">Beats</th><th scope="col">Peak rate</th><th scope="col">Score</th><th scope="col">Label</th><th scope="col">Verdict</th></tr>
          </thead>
          <tbody>
            {listed.map((event) => (
              <tr key={event.peakRow}>
                <td>{formatMoment(event.startS, scale)}</td>
                <td>{formatSpan(event.durationS, scale)}</td>
                <td>{formatCount(event.beats)}</td>
                <td>{formatFixed(event.peakRateBpm, record.unit === "scaled" ? 3 : 0)}</td>
                <td>{formatFixed(event.score, 3)}</td>
                <td>{event.trueBeats === null ? "no label" : event.trueBeats > 0 ? "anomalous" : "normal"}</td>
                <td>{verdictOf.get(event.peakRow) ?? "not reviewed"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {events.length > listed.length && <p className={styles.note}>These have the highest scores; {formatCounted(events.length - listed.length, "more event")} in the exported CSV.</p>}
      {record.findings.length > 0 && <p className={styles.note}>About the file: {firstOf(record.findings.map(({ sentence }) => sentence), " ")}</p>}
      <footer className={styles.foot}>
        <span>Reviewed by ______________________  Date ______________</span>
        <strong>Research use only — not a medical device; not for diagnosis</strong>
      </footer>
    </article>
  );
}
