import { NORMAL } from "../../../ecg/beats/classes.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import type { ClassPair } from "../gallery/beat-filter.ts";
import { ClassCounts } from "./class-counts.tsx";
import { ConfusionMatrixTable } from "./confusion-matrix-table.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { MeanBeats } from "./mean-beats.tsx";
import type { Overview } from "./overview.ts";
import styles from "./beat-overview.module.css";

interface BeatOverviewProps {
  readonly view: BeatView;
  readonly overview: Overview;
  /** said beside the figures: what else bears on how far they hold */
  readonly note?: string;
  /** opens the beats of a cell of the confusion matrix */
  readonly onPickPair?: (pair: ClassPair) => void;
}

/** A check of beats as a whole: how many of each class, what they look like, how good the model's answers are. */
export function BeatOverview({ view, overview: { summaries, figures, crossTable }, note, onPickPair }: BeatOverviewProps) {
  const { check: { record, beats }, task, fileClasses, modelClasses, comparison } = view;
  const { samplesPerBeat, samplingRateHz } = record;
  const sharesClasses = comparison.classes === fileClasses && comparison.classes === modelClasses;
  return (
    <div className={styles.overview}>
      <div className={styles.pair}>
        <Card heading="Beats of each class" note={`${formatCounted(beats.count, "beat")}; bar length: square root of the count`}>
          <ClassCounts summaries={summaries} beats={beats.count} />
        </Card>
        {figures.kind === "none" || fileClasses === null ? (
          <Card heading="Against the labels">
            <p className={styles.none}>No beat of this file has a label: there is nothing to measure the model’s answers against.</p>
          </Card>
        ) : (
          <Card heading="Confusion matrix">
            <ConfusionMatrixTable
              counts={crossTable} fileClasses={fileClasses} modelClasses={modelClasses}
              isRight={(truth, predicted) => (sharesClasses ? truth === predicted : (truth === NORMAL) === (predicted === NORMAL))}
              onPick={onPickPair && ((truth, predicted) => onPickPair({ truth, predicted }))}
            />
          </Card>
        )}
      </div>
      {/* An autoencoder's stand with the histogram of its errors, where they follow the threshold. */}
      {figures.kind !== "none" && task === "classifier" && <FiguresCard view={view} figures={figures} note={note} />}
      <Card
        heading="Mean beats"
        note={`line: mean; band: one standard deviation; ${samplingRateHz === null ? "across: sample number" : "across: milliseconds"}; up: amplitude as in the file`}
      >
        <MeanBeats summaries={summaries} time={{ samplesPerBeat, samplingRateHz }} />
      </Card>
    </div>
  );
}
