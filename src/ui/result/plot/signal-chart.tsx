import { memo } from "react";
import { CartesianGrid, ComposedChart, Line, Scatter, XAxis, YAxis, type ScatterShapeProps } from "recharts";
import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { UnmeasuredLine } from "../unmeasured-line.tsx";
import { MarkShape } from "./mark-shape.tsx";
import { PLOT_INSET, PLOT_MARGIN, plotGeometry } from "./plot-geometry.ts";
import type { RateAxis } from "./rate-axis.ts";
import { linePoints } from "./signal-line.ts";
import type { TimeTick } from "./time-axis.ts";
import type { TimeRange } from "./zoom.ts";

interface SignalChartProps {
  readonly width: number;
  readonly height: number;
  readonly points: PlotPoints;
  readonly view: TimeRange;
  readonly rates: RateAxis;
  readonly timeTicks: readonly TimeTick[];
  readonly breakAfterS: number;
}

/** Below this many pixels a point, the line's points are too dense to be drawn as dots. */
const DOT_ROOM_PX = 5;
const KINDS = ["predicted", "true", "agreed"] as const;

/** The heart rate over time and its marks. What follows the pointer is drawn on top, by the overlay. */
export const SignalChart = memo(function SignalChart({ width, height, points, view, rates, timeTicks, breakAfterS }: SignalChartProps) {
  // Points drawn for an earlier view stay until the new ones arrive: those out of sight are left out, not clipped, so that marks at the edges stay whole.
  const inView = ({ timeS }: { readonly timeS: number }) => timeS >= view.fromS && timeS <= view.toS;
  const labels = new Map(timeTicks.map(({ timeS, label }) => [timeS, label]));
  const axis = { stroke: "var(--control-line)", tick: { fill: "var(--muted)", fontSize: 11 } } as const;
  const { xOf, yOf } = plotGeometry({ width, height, view, rates });
  const dots = points.row.length * DOT_ROOM_PX < width;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={linePoints(points, breakAfterS).filter(inView)}
      margin={{ top: PLOT_MARGIN.top, right: PLOT_MARGIN.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      {/* Without places of its own the grid would measure every tick's text. */}
      <CartesianGrid stroke="var(--line)" verticalPoints={timeTicks.map(({ timeS }) => xOf(timeS))} horizontalPoints={rates.ticks.map(yOf)} />
      <XAxis
        {...axis} dataKey="timeS" type="number" domain={[view.fromS, view.toS]} height={PLOT_MARGIN.bottom} padding={{ left: PLOT_INSET, right: PLOT_INSET }}
        ticks={timeTicks.map(({ timeS }) => timeS)} tickFormatter={(timeS: number) => labels.get(timeS) ?? ""} interval={0}
      />
      <YAxis
        {...axis} type="number" domain={[rates.low, rates.high]} width={PLOT_MARGIN.left}
        ticks={rates.ticks} interval={0}
      />
      <Line
        dataKey="rateBpm" type="linear" stroke="var(--signal)" strokeWidth={1.1} isAnimationActive={false}
        dot={dots ? { r: 1.5, fill: "var(--signal)", stroke: "none" } : false} activeDot={false} shape={UnmeasuredLine}
      />
      {KINDS.map((kind) => ({ kind, marks: points.marks.filter((mark) => mark.kind === kind && inView(mark)) }))
        // Given no points, a Scatter would draw the chart's.
        .filter(({ marks }) => marks.length > 0)
        .map(({ kind, marks }) => (
          <Scatter
            key={kind} dataKey="rateBpm" data={marks} isAnimationActive={false}
            shape={({ cx, cy }: ScatterShapeProps) => <MarkShape kind={kind} x={cx ?? 0} y={cy ?? 0} />}
          />
        ))}
    </ComposedChart>
  );
});
