import { useLiveQuery } from "dexie-react-hooks";
import { useMemo } from "react";
import type { LoadedBeatCheck } from "../../../db/records.ts";
import { toProblem } from "../../../ecg/problem.ts";
import { BeatOverview } from "../../beats/overview/beat-overview.tsx";
import { useBeatView } from "../../beats/use-beat-view.ts";
import { Button } from "../../shared/button.tsx";
import { formatCount, formatCounted, formatDateTime, formatDuration, formatFixed } from "../../shared/format.ts";
import { parameterText } from "../../shared/named-parameters.ts";
import { ProblemAlert } from "../../shared/problem-alert.tsx";
import { useServices } from "../../shared/services.ts";
import { rateText } from "../../check/beats/beat-words.ts";
import { PAPER_TOKENS } from "../paper.ts";
import { Fact } from "../fact.tsx";
import { firstOf } from "../first-of.ts";
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
  const { repository } = useServices();
  const { record } = check;
  const stored = useLiveQuery(
    () => repository.relabelsOf(record.id).then((records) => ({ records, problem: null }), (cause: unknown) => ({ records: [], problem: toProblem(cause) })),
    [repository, record.id],
  );
  const relabels = useMemo(() => new Map(stored?.records.map(({ beat, classIndex }) => [beat, classIndex])), [stored]);
  const { view, overview } = useBeatView(check, record.threshold, relabels);
  const threshold = record.threshold === null ? "" : `, threshold ${formatFixed(record.threshold, 2)}`;
  return (
    <>
      <div className={report.tools}>
        <Button variant="primary" disabled={stored === undefined} onClick={() => window.print()} keys="Mod+p">Print</Button>
        <a href={resultHref}>Back to the result</a>
        <p role="status" className={report.note}>
          {stored === undefined ? "Printing waits for the relabelled beats …" : "A4 or Letter. “Save as PDF” is among the printers."}
        </p>
      </div>
      {stored?.problem != null && (
        <ProblemAlert problem={{ sentence: `No relabelled beats are shown, since they could not be read. ${stored.problem.sentence}` }} />
      )}
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
          <Fact name="Weights" value={`${record.modelHash.slice(0, 16)} on ${record.backend}, ${formatDuration(record.durationMs)}, Isoline ${record.appVersion}`} />
          <Fact name="Relabelled" value={formatCounted(view.relabels.size, "beat")} />
        </dl>
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
