import { useMemo, useState } from "react";
import { detectionAt } from "../../../ecg/metrics/detection.ts";
import { Card } from "../../shared/card.tsx";
import { InlineChoice } from "../../shared/inline-choice.tsx";
import { DetectionFigures } from "../overview/detection-figures.tsx";
import { FiguresNote } from "../overview/figures-note.tsx";
import type { Overview } from "../overview/overview.ts";
import { errorBins } from "./error-bins.ts";
import { ErrorHistogram } from "./error-histogram.tsx";
import type { CountScale } from "./histogram-paths.ts";
import type { SortedErrors } from "./sorted-errors.ts";
import { ThresholdField } from "./threshold-field.tsx";
import { ThresholdHandle } from "./threshold-handle.tsx";
import { thresholdRange } from "./threshold-range.ts";
import { thresholdWords } from "./threshold-words.ts";
import { UnlabelledLine } from "./unlabelled-line.tsx";
import { useDraftThreshold } from "./use-draft-threshold.ts";
import styles from "./loss-histogram.module.css";

interface LossHistogramProps {
  readonly errors: SortedErrors;
  /** at `figuresThreshold` */
  readonly figures: Overview["figures"];
  /** the figures follow the threshold when they can */
  readonly figuresThreshold: number;
  readonly threshold: number;
  readonly shippedThreshold: number;
  readonly onThreshold: (threshold: number) => void;
  /** how the shipped threshold was chosen, in one sentence */
  readonly rule: string;
  /** what else bears on how far the figures hold */
  readonly note?: string;
}

/** What the height of a bar stands for. */
const SCALES: readonly { readonly value: CountScale; readonly label: string }[] = [{ value: "square-root", label: "square root" }, { value: "count", label: "count" }];

/** Reconstruction errors of an autoencoder with its threshold to drag. The counts follow the hand; `onThreshold` is called when it lets go. */
export function LossHistogram({ errors, figures, figuresThreshold, threshold, shippedThreshold, onThreshold, rule, note }: LossHistogramProps) {
  const [scale, setScale] = useState<CountScale>("square-root");
  const bins = useMemo(() => errorBins(errors, shippedThreshold), [errors, shippedThreshold]);
  const range = useMemo(() => thresholdRange(bins.upper), [bins.upper]);
  const draft = useDraftThreshold(threshold, onThreshold);
  const { counts } = detectionAt(errors, draft.shown);
  const unlabelledPredicted = errors.unlabelled.filter((error) => error >= draft.shown).length;

  return (
    <Card heading="Reconstruction errors" note="how badly the model redraws each beat: the summed absolute difference over its samples">
      <div className={styles.controls}>
        <ThresholdField threshold={draft.shown} shippedThreshold={shippedThreshold} range={range} onThreshold={onThreshold} />
        <InlineChoice legend="Bar height" options={SCALES} value={scale} onPick={setScale} />
      </div>
      <p className={styles.note}>{rule}</p>
      <ErrorHistogram
        errors={errors} bins={bins} scale={scale} threshold={draft.shown}
        handle={(plotWidth) => (
          <ThresholdHandle
            threshold={draft.shown} range={range} meaning={thresholdWords(counts, unlabelledPredicted)} plotWidth={plotWidth}
            onMove={draft.move} onRelease={draft.commit} onCancel={draft.discard}
          />
        )}
      />
      {figures.kind === "detection" && (
        <>
          <DetectionFigures counts={counts} rocAuc={figures.rocAuc?.area ?? null} intervals={draft.shown === figuresThreshold ? figures.intervals : null} />
          <FiguresNote beats={figures.beats} note={note} />
        </>
      )}
      <UnlabelledLine beats={errors.unlabelled.length} predicted={unlabelledPredicted} />
    </Card>
  );
}
