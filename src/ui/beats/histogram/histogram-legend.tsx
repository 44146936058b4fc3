import { useId } from "react";
import { formatCount } from "../../shared/format.ts";
import styles from "./histogram-legend.module.css";

interface HistogramLegendProps {
  /** beats of each outline; without beats it is not named */
  readonly normal: number;
  readonly anomalous: number;
  readonly unlabelled: number;
}

/** The outlines of the histogram, as they are drawn, and how many beats each counts. */
export function HistogramLegend({ normal, anomalous, unlabelled }: HistogramLegendProps) {
  const hatchId = useId();
  return (
    <ul className={styles.legend} aria-label="Legend">
      {normal > 0 && <li><svg className={styles.plain} aria-hidden><rect /></svg>normal ({formatCount(normal)})</li>}
      {anomalous > 0 && (
        <li>
          <svg className={styles.hatched} aria-hidden>
            <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0,0V6" stroke="var(--true)" strokeWidth={1.6} opacity={0.55} />
            </pattern>
            <rect fill={`url(#${hatchId})`} />
          </svg>
          anomalous ({formatCount(anomalous)})
        </li>
      )}
      {unlabelled > 0 && <li><svg className={styles.plain} aria-hidden><rect /></svg>without a label ({formatCount(unlabelled)})</li>}
    </ul>
  );
}
