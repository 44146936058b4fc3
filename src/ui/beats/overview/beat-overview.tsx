import { useMemo } from "react";
import { NORMAL } from "../../../ecg/beats/classes.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import { beatView, type BeatOverviewProps } from "../beat-view.ts";
import type { ClassPair } from "../gallery/beat-filter.ts";
import { beatFigures, crossTable } from "./beat-figures.ts";
import { ClassCounts } from "./class-counts.tsx";
import { classSummaries } from "./class-summaries.ts";
import { ConfusionMatrixTable } from "./confusion-matrix-table.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { MeanBeats } from "./mean-beats.tsx";
import styles from "./beat-overview.module.css";

interface Props extends BeatOverviewProps {
  /** said beside the figures: what else bears on how far they hold */
  readonly note?: string;
  /** opens the beats of a cell of the confusion matrix */
  readonly onPickPair?: (pair: ClassPair) => void;
}

const NO_RELABELS: ReadonlyMap<number, number> = new Map();

/** A check of beats as a whole: how many of each class, what they look like, how good the model's answers are. */
export function BeatOverview({ view, note, onPickPair }: Props) {
  const { check, threshold } = view;
  // Relabelling changes nothing here: figures compare with the file's labels.
  const answers = useMemo(() => beatView(check, threshold, NO_RELABELS), [check, threshold]);
  const { fileClasses, modelClasses, comparison } = answers;
  const { record, beats } = check;
  const { samplesPerBeat, samplingRateHz } = record;
  const summaries = useMemo(() => classSummaries(answers), [answers]);
  const figures = useMemo(() => beatFigures(answers), [answers]);
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
              counts={crossTable(answers)} fileClasses={fileClasses} modelClasses={modelClasses}
              isRight={(truth, predicted) => (sharesClasses ? truth === predicted : (truth === NORMAL) === (predicted === NORMAL))}
              onPick={onPickPair && ((truth, predicted) => onPickPair({ truth, predicted }))}
            />
          </Card>
        )}
      </div>
      {figures.kind !== "none" && <FiguresCard view={answers} figures={figures} note={note} />}
      <Card
        heading="Mean beats"
        note={`line: mean; band: one standard deviation; ${samplingRateHz === null ? "across: sample number" : "across: milliseconds"}; up: amplitude as in the file`}
      >
        <MeanBeats summaries={summaries} time={{ samplesPerBeat, samplingRateHz }} />
      </Card>
    </div>
  );
}
