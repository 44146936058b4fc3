import { useMemo } from "react";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import { clockFrom } from "../clock-time.ts";
import type { RecordingView } from "../recording-view.ts";
import { spanAround } from "../time-span.ts";
import { placeLabels } from "./beats/beat-labels.ts";
import { drawLabels, LABELS_PX } from "./beats/draw-labels.ts";
import { drawPicked } from "./beats/draw-picked.ts";
import type { Paint } from "./canvas/painted-canvas.tsx";
import { AXIS_PX } from "./sheet/draw-paper.ts";
import { usualRange } from "./sheet/lead-range.ts";
import { sheetPainter } from "./sheet/paint-sheet.ts";
import { sheetGeometry, timeScale, type SheetGeometry, type TimeScale } from "./sheet/sheet-geometry.ts";
import { paperSpanS, USUAL_SCALE } from "./strip-scale.ts";
import { useScreenSize } from "./use-screen-size.ts";

interface BeatStripOptions {
  readonly view: RecordingView;
  /** of the lead whose beats were found; null while it is built */
  readonly pyramid: SignalPyramid | null;
  readonly beat: number;
  readonly widthPx: number;
}

interface BeatStripDrawing {
  readonly sheet: SheetGeometry;
  readonly time: TimeScale;
  readonly paint: Paint;
}

/** The lead around a beat, at the usual speed and gain. */
export function useBeatStrip({ view, pyramid, beat, widthPx }: BeatStripOptions): BeatStripDrawing {
  const { recording, lead, beats: { peakSample }, labels } = view;
  const { samplingRateHz, sampleCount, startTime } = recording;
  const { pxPerMm } = useScreenSize();
  const sheet = useMemo(() => sheetGeometry({
    widthPx, pxPerMm, gainMmPerMv: USUAL_SCALE.gainMmPerMv,
    rows: [[{ lead: 0, fromShare: 0, toShare: 1 }]],
    ranges: [pyramid === null ? { lowMv: 0, highMv: 0 } : usualRange(pyramid, samplingRateHz)],
    headPx: labels.truth === null ? LABELS_PX.plain : LABELS_PX.withTruth,
    axisPx: startTime === null ? AXIS_PX.plain : AXIS_PX.withClock,
  }), [widthPx, pxPerMm, pyramid, samplingRateHz, labels.truth, startTime]);
  return useMemo(() => {
    const shownS = paperSpanS(sheet.plotWidthPx, USUAL_SCALE.speedMmPerS ?? 25, pxPerMm);
    const time = timeScale(sheet, spanAround(peakSample[beat] / samplingRateHz, shownS, sampleCount / samplingRateHz));
    const xOfSample = (sample: number) => time.xOf(sample / samplingRateHz);
    const placed = placeLabels({ labels, peakSample, fromSample: time.span.fromS * samplingRateHz, toSample: time.span.toS * samplingRateHz, xOfSample });
    const paint = sheetPainter({
      sheet, time, scale: USUAL_SCALE, leads: [lead], pyramids: [pyramid], samplingRateHz, clockAt: clockFrom(startTime),
      under: (surface) => drawPicked(surface, sheet, xOfSample(peakSample[beat])),
      over: (surface) => drawLabels(surface, sheet, placed, beat),
    });
    return { sheet, time, paint };
  }, [sheet, pxPerMm, beat, peakSample, labels, lead, pyramid, samplingRateHz, sampleCount, startTime]);
}
