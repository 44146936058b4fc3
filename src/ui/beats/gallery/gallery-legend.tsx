import type { BeatView } from "../beat-view.ts";
import type { Figure } from "./beat-words.ts";
import { ClassMark } from "./class-mark.tsx";
import styles from "./gallery-legend.module.css";

interface GalleryLegendProps {
  readonly view: BeatView;
  readonly figure: Figure;
}

/** What the marks and the number of a tile stand for. */
export function GalleryLegend({ view, figure }: GalleryLegendProps) {
  const score = view.task === "classifier" ? "anomaly score" : "reconstruction error";
  return (
    <ul className={styles.legend} aria-label="Legend">
      {view.fileClasses !== null && <li><ClassMark kind="true" code="true" isAnomalous /></li>}
      <li><ClassMark kind="predicted" code="predicted" isAnomalous /></li>
      {view.fileClasses !== null && <li><b className={styles.wrong}>≠</b> wrong</li>}
      <li><ClassMark kind="relabelled" code="relabelled" isAnomalous={false} /></li>
      <li>coloured where anomalous</li>
      <li>number at the right: {figure === "confidence" ? "confidence" : score}</li>
    </ul>
  );
}
