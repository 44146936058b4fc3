import { useMemo } from "react";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import { clockFrom } from "../clock-time.ts";
import type { RecordingView } from "../recording-view.ts";
import { placeLabels } from "./beats/beat-labels.ts";
import { drawLabels } from "./beats/draw-labels.ts";
import { drawPicked } from "./beats/draw-picked.ts";
import type { Calipers } from "./calipers/caliper-maths.ts";
import type { Paint } from "./canvas/painted-canvas.tsx";
import { drawStripEvents, eventRows } from "./sheet/draw-strip-events.ts";
import { drawWaves } from "./sheet/draw-waves.ts";
import { sheetPainter } from "./sheet/paint-sheet.ts";
import type { Strip } from "./use-strip.ts";

interface StripPaintOptions {
  readonly view: RecordingView;
  readonly strip: Strip;
  readonly pyramids: readonly (SignalPyramid | null)[];
  readonly picked: number | null;
  readonly hasWaves: boolean;
  readonly calipers: Calipers | null;
}

/** Paints the strip: leads on paper with beat labels, the beat picked, waves, events and what the calipers stand on. */
export function useStripPaint({ view, strip: { sheet, time, scale }, pyramids, picked, hasWaves, calipers }: StripPaintOptions): Paint {
  const { recording, beats: { peakSample, delineation }, labels, events, check: { record } } = view;
  const { leads, samplingRateHz, sampleCount, startTime } = recording;
  const clockAt = useMemo(() => clockFrom(startTime), [startTime]);
  const rows = useMemo(() => eventRows(events), [events]);
  return useMemo(() => {
    const xOfSample = (sample: number) => time.xOf(sample / samplingRateHz);
    // A label reaches a little beyond its beat.
    const [fromSample, toSample] = [time.timeAt(sheet.plotLeftPx - 10) * samplingRateHz, time.timeAt(sheet.widthPx + 10) * samplingRateHz];
    const placed = placeLabels({ labels, peakSample, fromSample, toSample, xOfSample });
    const sampleAt = (timeS: number) => Math.min(Math.round(timeS * samplingRateHz), sampleCount - 1);
    return sheetPainter({
      sheet, time, scale, leads, pyramids, samplingRateHz, clockAt,
      ringed: calipers && { lead: record.leadIndex, samples: [sampleAt(calipers.firstS), sampleAt(calipers.secondS)] },
      under: (surface) => {
        if (picked !== null) drawPicked(surface, sheet, xOfSample(peakSample[picked]));
      },
      over: (surface) => {
        if (hasWaves) drawWaves(surface, sheet, time, { lead: record.leadIndex, peakSample, delineation, samplingRateHz });
        drawStripEvents(surface, sheet, time, { events, rows, samplingRateHz });
        drawLabels(surface, sheet, placed, picked);
      },
    });
  }, [sheet, time, scale, leads, pyramids, samplingRateHz, sampleCount, clockAt, peakSample, delineation, labels, events, rows, record.leadIndex, picked, hasWaves, calipers]);
}
