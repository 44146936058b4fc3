import { useCallback } from "react";
import { classificationIntervals, detectionIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted } from "../../shared/format.ts";
import type { BeatView } from "../beat-view.ts";
import type { BeatFigures } from "./beat-figures.ts";
import { checkMetrics } from "./check-metrics.ts";
import { ClassFigures } from "./class-figures.tsx";
import { DetectionFigures } from "./detection-figures.tsx";
import { useAfterPaint } from "./use-after-paint.ts";
import styles from "./figures-card.module.css";

type Measured = Exclude<BeatFigures, { kind: "none" }>;

interface FiguresCardProps {
  readonly view: Pick<BeatView, "check" | "task" | "modelClasses">;
  readonly figures: Measured;
  /** what else bears on how far the figures hold */
  readonly note?: string | undefined;
}

/** How good the model's answers are against the file's labels, and how sure that is. */
export function FiguresCard({ view: { check: { record }, task, modelClasses }, figures, note }: FiguresCardProps) {
  // A bootstrap over all beats: the figures themselves need not wait for it.
  const intervals = useAfterPaint(useCallback(() => intervalsOf(figures), [figures]));
  return (
    <Card heading="Against the labels" note={task === "autoencoder" ? "at the threshold in use" : undefined}>
      {figures.kind === "classes" && (
        <ClassFigures
          metrics={checkMetrics(record.files, modelClasses, { figures: figures.figures, intervals: intervals?.kind === "classes" ? intervals.intervals : null })}
        />
      )}
      {figures.kind === "detection" && (
        <DetectionFigures
          counts={figures.counts} rocAuc={figures.rocAuc?.area ?? null}
          intervals={intervals?.kind === "detection" ? intervals.intervals : null}
        />
      )}
      <p className={styles.note}>
        Over {formatCounted(figures.beats, "labelled beat")}. Ranges are 95 % intervals that take beats for independent (bootstrap over beats; ROC-AUC: DeLong).
        {note !== undefined && ` ${note}`}
      </p>
    </Card>
  );
}

function intervalsOf(figures: Measured) {
  switch (figures.kind) {
    case "classes": return { kind: figures.kind, intervals: classificationIntervals(figures.figures) };
    case "detection": return { kind: figures.kind, intervals: detectionIntervals({ rocAuc: figures.rocAuc }, { counts: figures.counts }) };
  }
}
