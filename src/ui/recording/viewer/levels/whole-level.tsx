import { memo, useMemo } from "react";
import { formatSpan } from "../../../result/plot/time-axis.ts";
import type { RecordingView, TimeSpan } from "../../recording-view.ts";
import { LEVEL_AXIS_PX } from "./draw-level-axis.ts";
import { Level } from "./level.tsx";
import { WHOLE_HEIGHT_PX, wholePainter } from "./paint-whole.ts";

interface WholeLevelProps {
  readonly view: RecordingView;
  readonly widthPx: number;
  readonly plotLeftPx: number;
  readonly window: TimeSpan;
  readonly onShow: (window: TimeSpan) => void;
}

/** The whole recording by its events and ectopic beats. Its canvas is painted anew only when beats are relabelled or the width changes. */
export const WholeLevel = memo(function WholeLevel({ view, widthPx, plotLeftPx, window, onShow }: WholeLevelProps) {
  const full = { fromS: 0, toS: view.recording.sampleCount / view.recording.samplingRateHz };
  const paint = useMemo(() => wholePainter(view, { widthPx, plotLeftPx }), [view, widthPx, plotLeftPx]);
  return (
    <Level
      name="Whole recording" note={formatSpan(full.toS, "elapsed")} widthPx={widthPx} heightPx={WHOLE_HEIGHT_PX} windowHeightPx={WHOLE_HEIGHT_PX - LEVEL_AXIS_PX}
      plotLeftPx={plotLeftPx} paint={paint} full={full} window={window} onShow={onShow}
    />
  );
});
