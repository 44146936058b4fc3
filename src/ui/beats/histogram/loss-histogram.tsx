import { useMemo, useState } from "react";
import { detection, detectionAt } from "../../../ecg/metrics/detection.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount, formatCounted, formatFixed } from "../../shared/format.ts";
import { useWidth } from "../../result/use-width.ts";
import type { LossHistogramProps } from "../beat-view.ts";
import { DetectionFigures } from "../overview/detection-figures.tsx";
import { errorBins } from "./error-bins.ts";
import { HistogramLegend } from "./histogram-legend.tsx";
import { HistogramPlot } from "./histogram-plot.tsx";
import type { CountScale } from "./histogram-paths.ts";
import { ThresholdField } from "./threshold-field.tsx";
import { ThresholdHandle } from "./threshold-handle.tsx";
import { thresholdRange } from "./threshold-range.ts";
import { thresholdWords } from "./threshold-words.ts";
import { useDraftThreshold } from "./use-draft-threshold.ts";
import styles from "./loss-histogram.module.css";

interface Props extends LossHistogramProps {
  /** how the shipped threshold was chosen, in one sentence */
  readonly rule?: string;
}

const SCALES: readonly (readonly [CountScale, string])[] = [["square-root", "square root"], ["count", "count"]];

/** Reconstruction errors of an autoencoder with its threshold to drag. The counts follow the hand; `onThreshold` is called when it lets go. */
export function LossHistogram({ view, threshold, shippedThreshold, onThreshold, rule }: Props) {
  const { outputs: errors, beats: { label } } = view.check;
  const [ref, width] = useWidth();
  const [scale, setScale] = useState<CountScale>("square-root");
  // Sorted once: at any threshold the counts are then two searches, fast enough to follow the pointer.
  const sorted = useMemo(() => {
    const { normal, anomalous } = detection(errors, label);
    return { normal, anomalous, unlabelled: errors.filter((_, beat) => label[beat] === UNLABELLED).sort() };
  }, [errors, label]);
  const bins = useMemo(() => errorBins(sorted, shippedThreshold), [sorted, shippedThreshold]);
  const range = useMemo(() => thresholdRange(bins.upper), [bins.upper]);
  const draft = useDraftThreshold(threshold, onThreshold);
  const { counts } = detectionAt(sorted, draft.shown);
  const unlabelledPredicted = sorted.unlabelled.filter((error) => error >= draft.shown).length;
  const labelled = sorted.normal.length + sorted.anomalous.length;
  const unlabelled = sorted.unlabelled.length;

  return (
    <Card heading="Reconstruction errors" note="how badly the model redraws each beat: the summed absolute difference over its samples">
      <div className={styles.controls}>
        <ThresholdField threshold={draft.shown} shippedThreshold={shippedThreshold} range={range} onThreshold={onThreshold} />
        <fieldset className={styles.scale}>
          <legend>Bar height</legend>
          {SCALES.map(([choice, name]) => (
            <label key={choice}>
              <input type="radio" name="histogram-scale" checked={scale === choice} onChange={() => setScale(choice)} />
              {name}
            </label>
          ))}
        </fieldset>
      </div>
      {rule !== undefined && <p className={styles.note}>{rule}</p>}
      <figure className={styles.figure} aria-label="Histogram of reconstruction errors">
        <div ref={ref} className={styles.plot}>
          {width > 0 && (
            <HistogramPlot
              bins={bins} scale={scale} threshold={draft.shown} width={width}
              handle={(plotWidth) => (
                <ThresholdHandle
                  threshold={draft.shown} range={range} meaning={thresholdWords(counts, unlabelledPredicted)} plotWidth={plotWidth}
                  onMove={draft.move} onRelease={draft.commit} onCancel={draft.discard}
                />
              )}
            />
          )}
        </div>
        <figcaption className={styles.caption}>
          <HistogramLegend normal={sorted.normal.length} anomalous={sorted.anomalous.length} unlabelled={unlabelled} />
          {bins.beyond > 0 && (
            <span>The last bin also holds {formatCounted(bins.beyond, "beat")} with an error above {formatFixed(bins.upper, range.digits)}.</span>
          )}
        </figcaption>
      </figure>
      {labelled > 0 && <DetectionFigures counts={counts} />}
      {unlabelled > 0 && (
        <p className={styles.note}>
          {formatCount(unlabelledPredicted)} of {formatCounted(unlabelled, "beat")} without a label {unlabelled === 1 ? "is" : "are"} predicted anomalous.
        </p>
      )}
    </Card>
  );
}
