import type { LoadedBeatCheck } from "../../../db/records.ts";
import { BeatOverview } from "../../beats/overview/beat-overview.tsx";
import { useBeatView } from "../../beats/use-beat-view.ts";
import { PrintedDrift } from "../../monitoring/printed-drift.tsx";
import { formatCount, formatCounted, formatDateTime, formatDuration, formatFixed } from "../../shared/format.ts";
import { parameterText } from "../../shared/named-parameters.ts";
import { rateText } from "../../check/beats/beat-words.ts";
import { PAPER_TOKENS } from "../paper.ts";
import { Fact } from "../fact.tsx";
import { firstOf } from "../first-of.ts";
import { PrintTools } from "../print-tools.tsx";
import { useStoredRelabels } from "../use-stored-relabels.ts";
import { MostAnomalousBeats } from "./most-anomalous-beats.tsx";
import { PrintedErrors } from "./printed-errors.tsx";
import report from "../report.module.css";
import styles from "./beat-report.module.css";

interface BeatReportProps {
  readonly check: LoadedBeatCheck;
  readonly resultHref: string;
  readonly detectorName: string;
}

/** The check of a beat table on paper: how it was made, its figures, its mean beats and the most anomalous ones. */
export function BeatReport({ check, resultHref, detectorName }: BeatReportProps) {
  const { record } = check;
  const stored = useStoredRelabels(record.id);
  const { view, overview } = useBeatView(check, record.threshold, stored.relabels);
  const threshold = record.threshold === null ? "" : `, threshold ${formatFixed(record.threshold, 2)}`;
  return (
    <>
      <PrintTools stored={stored} resultHref={resultHref} paper="A4 or Letter. “Save as PDF” is among the printers." />
      <article className={`${report.page} ${styles.page}`} style={PAPER_TOKENS} aria-label={`Report of ${record.name}`}>
        <header className={report.top}>
          <h2>{record.name}</h2>
          <span>Isoline · beat check · {formatDateTime(record.createdAt)}</span>
        </header>
        <dl className={report.facts}>
          <Fact name="File" value={firstOf(record.files.map(({ name }) => name), ", ")} />
          <Fact name="SHA-256" value={firstOf(record.files.map(({ sha256 }) => sha256.slice(0, 16)), ", ")} />
          <Fact name="Beats" value={`${formatCount(record.rows)} of ${formatCount(record.samplesPerBeat)} samples, ${formatCount(record.predicted)} predicted anomalous`} />
          <Fact name="Sampling" value={rateText(record)} />
          <Fact name="Model" value={`${detectorName}${threshold}`} />
          <Fact name="Parameters" value={parameterText(record.detectorId, record.parameters)} />
          <Fact name="Weights" value={`version ${record.modelVersion}, ${record.modelHash.slice(0, 16)} on ${record.backend}, ${formatDuration(record.durationMs)}, Isoline ${record.appVersion}`} />
          <Fact name="Relabelled" value={formatCounted(view.relabels.size, "beat")} />
        </dl>
        <PrintedDrift drift={record.drift} />
        {overview.errors !== null && record.threshold !== null && (
          <PrintedErrors errors={overview.errors} figures={overview.figures} threshold={record.threshold} />
        )}
        <BeatOverview view={view} overview={overview} />
        <MostAnomalousBeats view={view} />
        {record.findings.length > 0 && <p className={report.note}>About the file: {firstOf(record.findings.map(({ sentence }) => sentence), " ")}</p>}
        <footer className={report.foot}>
          <span>Reviewed by ______________________  Date ______________</span>
          <strong>Research use only — not a medical device; not for diagnosis</strong>
        </footer>
      </article>
    </>
  );
}
