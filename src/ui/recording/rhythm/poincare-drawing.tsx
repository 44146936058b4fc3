import { memo } from "react";
import type { PoincareEllipse, PoincarePairs } from "../../../ecg/rhythm/poincare.ts";
import { DENSITY_LEVELS, DOT_PX, poincarePaths, type PoincareArea } from "./poincare-paths.ts";
import chart from "./chart.module.css";
import styles from "./poincare-plot.module.css";

interface PoincareDrawingProps {
  readonly pairs: PoincarePairs;
  readonly ellipse: PoincareEllipse | null;
  readonly area: PoincareArea;
}

const FAINTEST = 0.35;

/** The pairs with the line of identity and the ellipse of SD1 and SD2, without what moves over them. */
export const PoincareDrawing = memo(function PoincareDrawing({ pairs, ellipse, area }: PoincareDrawingProps) {
  const { scale: { low, high, ticks }, side } = area;
  const { levels, other } = poincarePaths(pairs, area);
  const pixelsOf = (ms: number) => (side * ms) / (high - low);
  return (
    <>
      {ticks.map((tick) => {
        const at = pixelsOf(tick - low);
        return (
          <g key={tick}>
            <path d={`M0,${side - at}H${side}M${at},0V${side}`} className={chart.grid} />
            <text x={-8} y={side - at + 4} className={chart.up}>{tick}</text>
            <text x={at} y={side + 16} className={chart.across}>{tick}</text>
          </g>
        );
      })}
      <rect width={side} height={side} className={chart.base} />
      <path d={`M0,${side}L${side},0`} className={styles.identity} />
      <path d={other} className={chart.outlier} />
      {levels.map((path, level) => (
        <path key={level} d={path} className={chart.nn} strokeWidth={DOT_PX + 0.4} strokeOpacity={FAINTEST + ((1 - FAINTEST) * level) / (DENSITY_LEVELS - 1)} />
      ))}
      {ellipse !== null && (
        <g transform={`translate(${pixelsOf(ellipse.centreMs.interval - low)},${side - pixelsOf(ellipse.centreMs.next - low)}) rotate(-45)`} className={styles.ellipse}>
          <ellipse rx={pixelsOf(ellipse.sd2Ms)} ry={pixelsOf(ellipse.sd1Ms)} />
          <path d={`M${-pixelsOf(ellipse.sd2Ms)},0h${pixelsOf(2 * ellipse.sd2Ms)}M0,${-pixelsOf(ellipse.sd1Ms)}v${pixelsOf(2 * ellipse.sd1Ms)}`} />
        </g>
      )}
    </>
  );
});
