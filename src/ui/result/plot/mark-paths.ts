import type { MarkKind } from "../../../ecg/drawing/plot-points.ts";

/** One stroke or disc of a mark, around 0,0; `colour` names a token of tokens.css. */
export interface MarkPart {
  readonly path: string;
  readonly colour: "true" | "predicted";
  readonly filled: boolean;
}

const circle = (r: number) => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
const CROSS: MarkPart = { path: "M-5,-5L5,5M-5,5L5,-5", colour: "true", filled: false };
const DOT: MarkPart = { path: circle(4), colour: "predicted", filled: true };
/** Small enough to leave the cross around it in sight. */
const INNER_DOT: MarkPart = { path: circle(2), colour: "predicted", filled: true };
const RING: MarkPart = { path: circle(8.5), colour: "predicted", filled: false };

/** The shapes of the three marks, the same in the plot, its legend and the saved picture: cross = true, dot = predicted, and a ring around both where they agree. */
export const MARK_PARTS: Readonly<Record<MarkKind, readonly MarkPart[]>> = {
  true: [CROSS],
  predicted: [DOT],
  agreed: [RING, CROSS, INNER_DOT],
};

export const MARK_STROKE_WIDTH = 1.7;
