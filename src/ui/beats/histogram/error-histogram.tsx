import type { ReactNode } from "react";
import { formatCounted, formatFixed } from "../../shared/format.ts";
import { useWidth } from "../../result/use-width.ts";
import type { ErrorBins } from "./error-bins.ts";
import { HistogramLegend } from "./histogram-legend.tsx";
import type { CountScale } from "./histogram-paths.ts";
import { HistogramPlot } from "./histogram-plot.tsx";
import type { SortedErrors } from "./sorted-errors.ts";
import { thresholdRange } from "./threshold-range.ts";
import styles from "./error-histogram.module.css";

interface ErrorHistogramProps {
  readonly errors: SortedErrors;
  readonly bins: ErrorBins;
  readonly scale: CountScale;
  readonly threshold: number;
  /** lies over the plot area, whose width it is given; absent on paper */
  readonly handle?: (plotWidth: number) => ReactNode;
}

/** The histogram as wide as there is room, with its legend. */
export function ErrorHistogram({ errors: { normal, anomalous, unlabelled }, bins, scale, threshold, handle }: ErrorHistogramProps) {
  const [ref, width] = useWidth();
  return (
    <figure className={styles.figure} aria-label="Histogram of reconstruction errors">
      <div ref={ref} className={styles.plot}>
        {width > 0 && <HistogramPlot bins={bins} scale={scale} threshold={threshold} width={width} handle={handle} />}
      </div>
      <figcaption className={styles.caption}>
        <HistogramLegend normal={normal.length} anomalous={anomalous.length} unlabelled={unlabelled.length} />
        {scale === "square-root" && <span className={handle === undefined ? undefined : styles.onPaper}>Bar height: square root of the count.</span>}
        {bins.beyond > 0 && (
          <span>The last bin also holds {formatCounted(bins.beyond, "beat")} with an error above {formatFixed(bins.upper, thresholdRange(bins.upper).digits)}.</span>
        )}
      </figcaption>
    </figure>
  );
}
