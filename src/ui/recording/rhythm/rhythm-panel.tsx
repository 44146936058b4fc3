import { EmptyState } from "../../shared/empty-state.tsx";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { AgreementCard } from "./agreement-card.tsx";
import { ClassesCard } from "./classes-card.tsx";
import { HeartRateCard } from "./heart-rate-card.tsx";
import { IntervalsCard } from "./intervals-card.tsx";
import { IrregularWarning } from "./irregular-warning.tsx";
import { PoincareCard } from "./poincare-card.tsx";
import { RateCard } from "./rate-card.tsx";
import { RrHistogramCard } from "./rr-histogram-card.tsx";
import { TachogramCard } from "./tachogram-card.tsx";
import styles from "./rhythm-panel.module.css";

interface RhythmPanelProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  /** leads to the check of the recording's heart rate; null where there is none to check */
  readonly onCheckHeartRate: (() => void) | null;
}

/** The rhythm of a recording in charts and figures. */
export function RhythmPanel({ view, focus, onCheckHeartRate }: RhythmPanelProps) {
  const { rr, lead, beats, labels } = view;
  const intervals = rr.endBeat.length;
  const heartRate = <HeartRateCard intervals={intervals} onCheck={onCheckHeartRate} />;
  if (intervals === 0) {
    return (
      <div className={styles.panel}>
        <EmptyState title="No RR intervals">
          {beats.peakSample.length === 0 ? `No R peaks were found in ${lead.name}.` : `No two R peaks of ${lead.name} follow each other in a usable stretch.`}{" "}
          If another lead has a clearer signal, check the recording again with that one.
        </EmptyState>
        {heartRate}
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <IrregularWarning view={view} />
      <TachogramCard view={view} focus={focus} />
      <div className={styles.pair}>
        <RrHistogramCard view={view} />
        <PoincareCard view={view} focus={focus} />
      </div>
      <div className={styles.pair}>
        <RateCard view={view} focus={focus} />
        <IntervalsCard view={view} />
      </div>
      <div className={styles.pair}>
        <div className={styles.column}>
          <ClassesCard view={view} />
          {labels.truth !== null && heartRate}
        </div>
        {labels.truth === null ? heartRate : <AgreementCard view={view} />}
      </div>
    </div>
  );
}
