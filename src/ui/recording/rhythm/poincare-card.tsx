import { useMemo, type PointerEvent } from "react";
import { poincareEllipse, poincarePairs } from "../../../ecg/rhythm/poincare.ts";
import { useWidth } from "../../result/use-width.ts";
import { Card } from "../../shared/card.tsx";
import { formatCounted, formatFixed } from "../../shared/format.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { PoincareDrawing } from "./poincare-drawing.tsx";
import { pairAt, placeOf, type PoincareArea } from "./poincare-paths.ts";
import { usualScale } from "./tachogram-scale.ts";
import chart from "./chart.module.css";
import styles from "./poincare-plot.module.css";

interface PoincareCardProps {
  readonly view: Pick<RecordingView, "rr" | "variability">;
  readonly focus: RecordingFocus;
}

const MARGIN = { top: 10, right: 12, bottom: 40, left: 46 } as const;
const MOST_SIDE_PX = 340;

/** Each RR interval against the next; a pair picked is shown in the strip. */
export function PoincareCard({ view: { rr, variability }, focus }: PoincareCardProps) {
  const [ref, width] = useWidth();
  const pairs = useMemo(() => poincarePairs(rr), [rr]);
  const ellipse = useMemo(() => poincareEllipse(pairs, variability), [pairs, variability]);
  const side = Math.max(1, Math.min(MOST_SIDE_PX, width - MARGIN.left - MARGIN.right));
  const area = useMemo<PoincareArea>(() => ({ scale: usualScale(rr.intervalMs), side }), [rr, side]);
  const picked = focus.beat === null ? -1 : pairs.beat.indexOf(focus.beat);
  const nnPairs = pairs.isNormal.reduce((sum, own) => sum + own, 0);

  function pickAt(event: PointerEvent<SVGRectElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    const pair = pairAt(pairs, area, { x: event.clientX - box.left, y: event.clientY - box.top });
    if (pair !== null) focus.pickBeat(pairs.beat[pair]);
  }

  const place = picked < 0 ? null : placeOf(area, pairs.intervalMs[picked], pairs.nextMs[picked]);
  return (
    <Card heading="Poincaré plot" note="each RR interval against the next, ms">
      <div ref={ref} className={chart.chart}>
        {width > 0 && (
          <svg width={side + MARGIN.left + MARGIN.right} height={side + MARGIN.top + MARGIN.bottom} className={styles.plot} aria-hidden>
            <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
              <PoincareDrawing pairs={pairs} ellipse={ellipse} area={area} />
              {place !== null && <circle cx={place.x} cy={place.y} r={6} className={chart.picked} />}
              <text x={side / 2} y={side + 34} className={chart.title}>across: RR, up: the next RR (ms)</text>
              <rect width={side} height={side} className={styles.field} onPointerDown={pickAt} />
            </g>
          </svg>
        )}
      </div>
      <p className={styles.caption}>
        {formatCounted(nnPairs, "NN pair")}: dots, the darker the more; {formatCounted(pairs.beat.length - nnPairs, "other pair")}: crosses; beyond the scale: at its edge.{" "}
        {ellipse === null
          ? "SD1 and SD2 need more NN intervals (see the figures)."
          : `Ellipse: SD1 ${formatFixed(ellipse.sd1Ms, 1)} ms across the line of identity, SD2 ${formatFixed(ellipse.sd2Ms, 1)} ms along it, about the mean NN pair.`}
      </p>
    </Card>
  );
}
