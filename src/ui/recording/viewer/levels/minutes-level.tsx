import { memo, useMemo } from "react";
import type { SignalPyramid } from "../../../../ecg/recording/signal-pyramid.ts";
import { formatSpan } from "../../../result/plot/time-axis.ts";
import type { RecordingView, TimeSpan } from "../../recording-view.ts";
import type { MvRange } from "../sheet/lead-range.ts";
import { LEVEL_AXIS_PX } from "./draw-level-axis.ts";
import { Level } from "./level.tsx";
import { MINUTES_HEIGHT_PX, minutesPainter } from "./paint-minutes.ts";

interface MinutesLevelProps {
  readonly view: RecordingView;
  readonly widthPx: number;
  readonly plotLeftPx: number;
  readonly full: TimeSpan;
  /** it shows everything, with no level above it */
  readonly isWhole: boolean;
  readonly window: TimeSpan;
  readonly onShow: (window: TimeSpan) => void;
  readonly pyramid: SignalPyramid | null;
  readonly range: MvRange;
}

/** Some minutes of the lead whose beats were found, with the strip's stretch as a window. */
export const MinutesLevel = memo(function MinutesLevel({ view, widthPx, plotLeftPx, full, isWhole, window, onShow, pyramid, range }: MinutesLevelProps) {
  const paint = useMemo(() => minutesPainter(view, { widthPx, plotLeftPx, span: full, pyramid, range }), [view, widthPx, plotLeftPx, full, pyramid, range]);
  return (
    <Level
      name={isWhole ? "Whole recording" : "Minutes"} note={`${formatSpan(full.toS - full.fromS, "elapsed")}, lead ${view.lead.name}`} widthPx={widthPx} heightPx={MINUTES_HEIGHT_PX}
      windowHeightPx={MINUTES_HEIGHT_PX - LEVEL_AXIS_PX} plotLeftPx={plotLeftPx} paint={paint} full={full} window={window} onShow={onShow}
    />
  );
});
