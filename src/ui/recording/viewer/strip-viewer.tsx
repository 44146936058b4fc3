import { useMemo, useRef, useState } from "react";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import type { Relabels } from "../../beats/use-relabels.ts";
import { useWidth } from "../../result/use-width.ts";
import type { RecordingFocus, RecordingView } from "../recording-view.ts";
import { PaintedCanvas } from "./canvas/painted-canvas.tsx";
import { layoutRows } from "./layouts.ts";
import { usualRange } from "./sheet/lead-range.ts";
import { clockFrom, sheetPainter } from "./sheet/paint-sheet.ts";
import { gutterPx, sheetGeometry, timeScale } from "./sheet/sheet-geometry.ts";
import { useStripGestures } from "./sheet/use-strip-gestures.ts";
import { paperSpanS, panBy, stripSpan, USUAL_SCALE, zoomAbout } from "./strip-scale.ts";
import { useLiveSpan } from "./use-live-span.ts";
import { useScreenSize } from "./use-screen-size.ts";
import styles from "./strip-viewer.module.css";

interface StripViewerProps {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  readonly relabels: Relabels;
  /** one a lead, null while it is built */
  readonly pyramids: readonly (SignalPyramid | null)[];
}

const NO_RANGE = { lowMv: -1, highMv: 1 };

/** A recording on ECG paper, from the whole of it down to single beats. */
export function StripViewer({ view, focus, pyramids }: StripViewerProps) {
  const { recording } = view;
  const { leads, samplingRateHz } = recording;
  const durationS = recording.sampleCount / samplingRateHz;
  const { pxPerMm } = useScreenSize();
  const [widthRef, widthPx] = useWidth();
  const sheetRef = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(USUAL_SCALE);
  const [wanted, move] = useLiveSpan(focus);
  const plotWidthPx = Math.max(widthPx - gutterPx(pxPerMm), 1);
  const span = useMemo(
    () => stripSpan(wanted, scale.speedMmPerS === null ? null : paperSpanS(plotWidthPx, scale.speedMmPerS, pxPerMm), durationS),
    [wanted, scale, plotWidthPx, pxPerMm, durationS],
  );
  const ranges = useMemo(() => pyramids.map((pyramid) => (pyramid === null ? NO_RANGE : usualRange(pyramid, samplingRateHz))), [pyramids, samplingRateHz]);
  const rows = useMemo(() => layoutRows("stacked", leads.map(({ name }) => name), leads.map((_, lead) => lead)), [leads]);
  const sheet = useMemo(
    () => sheetGeometry({ widthPx, rows, ranges, pxPerMm, gainMmPerMv: scale.gainMmPerMv, labelsPx: 34 }),
    [widthPx, rows, ranges, pxPerMm, scale.gainMmPerMv],
  );
  const time = useMemo(() => timeScale(sheet, span), [sheet, span]);
  const paint = useMemo(
    () => sheetPainter({ sheet, time, scale, leads, pyramids, samplingRateHz, clockAt: clockFrom(recording.startTime) }),
    [sheet, time, scale, leads, pyramids, samplingRateHz, recording.startTime],
  );
  useStripGestures(sheetRef, {
    onDrag: (byPx) => move(panBy(span, -byPx / time.pxPerS, durationS)),
    onZoom: (factor, atPx) => {
      setScale({ ...scale, speedMmPerS: null });
      move(zoomAbout(span, { atS: time.timeAt(atPx), factor, durationS }));
    },
    onTap: () => undefined,
    canPan: (direction) => (direction === 1 ? span.toS < durationS : span.fromS > 0),
  });
  return (
    <div className={styles.viewer}>
      <div ref={widthRef}>
        <div ref={sheetRef} style={{ touchAction: "pan-y" }}>
          {widthPx > 0 && <PaintedCanvas widthPx={widthPx} heightPx={sheet.heightPx} paint={paint} />}
        </div>
      </div>
    </div>
  );
}
