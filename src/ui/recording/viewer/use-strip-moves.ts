import { useMemo } from "react";
import type { TimeSpan } from "../recording-view.ts";
import { LEAST_SPAN_S, panBy, spanWidth, zoomAbout, type StripScale } from "./strip-scale.ts";

/** Ways to move and zoom the strip, the same for buttons, keys, wheel and touch. */
export interface StripMoves {
  readonly panS: (byS: number) => void;
  readonly zoomAt: (atS: number, factor: number) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly earlier: () => void;
  readonly later: () => void;
  readonly pageEarlier: () => void;
  readonly pageLater: () => void;
  readonly toStart: () => void;
  readonly toEnd: () => void;
  /** back from a free zoom to the usual paper speed */
  readonly toPaper: () => void;
  /** whether there is more of the recording that way */
  readonly canGo: (direction: 1 | -1) => boolean;
}

interface StripMovesOptions {
  readonly span: TimeSpan;
  readonly durationS: number;
  readonly scale: StripScale;
  readonly onSpan: (span: TimeSpan) => void;
  readonly onScale: (scale: StripScale) => void;
}

const STEP = 0.25;
const PAGE = 0.9;

export function useStripMoves({ span, durationS, scale, onSpan, onScale }: StripMovesOptions): StripMoves {
  return useMemo(() => {
    const width = spanWidth(span);
    const panS = (byS: number) => onSpan(panBy(span, byS, durationS));
    const zoomAt = (atS: number, factor: number) => {
      const zoomed = zoomAbout(span, { atS, factor, durationS });
      if (spanWidth(zoomed) === width) return;
      onScale({ ...scale, speedMmPerS: null });
      onSpan(zoomed);
    };
    const zoomMiddle = (factor: number) => () => zoomAt(Math.min((span.fromS + span.toS) / 2, Math.max(durationS, LEAST_SPAN_S)), factor);
    return {
      panS,
      zoomAt,
      zoomIn: zoomMiddle(0.5),
      zoomOut: zoomMiddle(2),
      earlier: () => panS(-STEP * width),
      later: () => panS(STEP * width),
      pageEarlier: () => panS(-PAGE * width),
      pageLater: () => panS(PAGE * width),
      toStart: () => panS(-durationS),
      toEnd: () => panS(durationS),
      toPaper: () => onScale({ ...scale, speedMmPerS: 25 }),
      canGo: (direction) => (direction === 1 ? span.toS < durationS - 1e-9 : span.fromS > 0),
    };
  }, [span, durationS, scale, onSpan, onScale]);
}
