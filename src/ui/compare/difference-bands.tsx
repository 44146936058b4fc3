import { PLOT_MARGIN, type PlotGeometry } from "../result/plot/plot-geometry.ts";
import type { TimeRange } from "../result/plot/zoom.ts";
import type { Difference } from "./differences.ts";
import styles from "./compare.module.css";

interface DifferenceBandsProps {
  readonly differences: readonly Difference[];
  readonly view: TimeRange;
  readonly geometry: PlotGeometry;
}

/** A difference of one row is still seen. */
const LEAST_BAND_PX = 3;

/** Where the checks differ, behind the plot. */
export function DifferenceBands({ differences, view, geometry: { width, height, plotHeight, xOf } }: DifferenceBandsProps) {
  const bands = differences
    .filter(({ startS, durationS }) => startS + durationS >= view.fromS && startS <= view.toS)
    .map(({ startS, durationS }) => {
      const from = xOf(Math.max(startS, view.fromS));
      const wide = Math.max(xOf(Math.min(startS + durationS, view.toS)) - from, LEAST_BAND_PX);
      return `M${(from - (wide === LEAST_BAND_PX ? LEAST_BAND_PX / 2 : 0)).toFixed(1)},${PLOT_MARGIN.top}h${wide.toFixed(1)}v${plotHeight}h${(-wide).toFixed(1)}z`;
    });
  return <svg className={styles.bands} width={width} height={height}><path d={bands.join("")} /></svg>;
}
