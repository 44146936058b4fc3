import { useMemo } from "react";
import { useWidth } from "../result/use-width.ts";
import { linePath, markedPoints, placedPoints, type MetricCurve } from "./metric-curves.ts";
import { plotAxis } from "./plot-axis.ts";
import { PlotFrame } from "./plot-frame.tsx";
import { colourOf, dashOf, shapeOf } from "./series.ts";
import styles from "./series.module.css";

interface CurvesPlotProps {
  readonly metric: string;
  readonly curves: readonly MetricCurve[];
}

const HEIGHT = 200;
const MARKS = 9;

/** A metric over the epochs, one line a curve, each with its own colour, dash and shape. */
export function CurvesPlot({ metric, curves }: CurvesPlotProps) {
  const [ref, outer] = useWidth();
  const x = useMemo(() => plotAxis("Epoch", curves.flatMap(({ points }) => points.map(({ epoch }) => epoch))), [curves]);
  const y = useMemo(() => plotAxis(metric, curves.flatMap(({ points }) => points.map(({ value }) => value))), [metric, curves]);
  return (
    <div ref={ref}>
      <PlotFrame x={x} y={y} outerWidth={outer} height={HEIGHT} label={describe(metric, curves)}>
        {(width) => curves.map((curve) => {
          const points = placedPoints(curve, { x, y, width, height: HEIGHT });
          return (
            <g key={curve.label} className={styles[colourOf(curve.series)]}>
              <path d={linePath(points)} className={styles.line} strokeDasharray={dashOf(curve.series)} />
              {markedPoints(points, MARKS).map((point, i) => <path key={i} d={shapeOf(curve.series)} transform={`translate(${point.x},${point.y})`} className={styles.mark} />)}
            </g>
          );
        })}
      </PlotFrame>
    </div>
  );
}

function describe(metric: string, curves: readonly MetricCurve[]): string {
  const ends = curves.flatMap(({ label, points }) => (points.length === 0 ? [] : [`${label} from ${points[0].value.toPrecision(4)} to ${points[points.length - 1].value.toPrecision(4)} in epoch ${points[points.length - 1].epoch}`]));
  return `${metric} over the epochs: ${ends.join("; ")}`;
}
