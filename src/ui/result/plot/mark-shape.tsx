import type { MarkKind } from "../../../ecg/drawing/plot-points.ts";
import { MARK_PARTS, MARK_STROKE_WIDTH } from "./mark-paths.ts";

interface MarkShapeProps {
  readonly kind: MarkKind;
  readonly x: number;
  readonly y: number;
}

/** A mark at a place of an SVG. */
export function MarkShape({ kind, x, y }: MarkShapeProps) {
  return (
    <g transform={`translate(${x},${y})`}>
      {MARK_PARTS[kind].map(({ path, colour, filled }) => (
        <path
          key={path}
          d={path}
          fill={filled ? `var(--${colour})` : "none"}
          stroke={filled ? "none" : `var(--${colour})`}
          strokeWidth={MARK_STROKE_WIDTH}
        />
      ))}
    </g>
  );
}
