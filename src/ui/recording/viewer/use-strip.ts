import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import type { SignalPyramid } from "../../../ecg/recording/signal-pyramid.ts";
import type { RecordingFocus, RecordingView, TimeSpan } from "../recording-view.ts";
import { LABELS_PX } from "./beats/draw-labels.ts";
import { firstLayout, firstLeads, layoutRows, layoutsFor, type Layout } from "./layouts.ts";
import { AXIS_PX } from "./sheet/draw-paper.ts";
import { eventRows, eventRowsPx } from "./sheet/draw-strip-events.ts";
import { usualRange, type MvRange } from "./sheet/lead-range.ts";
import { gutterPx, sheetGeometry, timeScale, type SheetGeometry, type TimeScale } from "./sheet/sheet-geometry.ts";
import { keepInside, paperSpanS, spanWidth, stripSpan, USUAL_SCALE, type StripScale } from "./strip-scale.ts";
import { useLiveSpan } from "./use-live-span.ts";
import { useScreenSize } from "./use-screen-size.ts";
import { useStripMoves, type StripMoves } from "./use-strip-moves.ts";
import type { ScreenSize } from "./screen-size.ts";

/** The strip's state: what it shows, at what scale, and the ways to change that. */
export interface Strip {
  readonly screen: ScreenSize;
  readonly scale: StripScale;
  readonly setScale: (scale: StripScale) => void;
  readonly layouts: readonly Layout[];
  readonly layout: Layout;
  readonly setLayout: (layout: Layout) => void;
  /** indices of the leads stacked */
  readonly chosen: readonly number[];
  readonly setChosen: (chosen: readonly number[]) => void;
  readonly ranges: readonly MvRange[];
  readonly sheet: SheetGeometry;
  readonly span: TimeSpan;
  readonly time: TimeScale;
  readonly moves: StripMoves;
  /** shows a stretch as wide as the strip is */
  readonly move: (span: TimeSpan) => void;
  /** shows a stretch of any width: off the paper's speeds where it is another */
  readonly showSpan: (span: TimeSpan) => void;
}

interface StripOptions {
  readonly view: RecordingView;
  readonly focus: RecordingFocus;
  readonly pyramids: readonly (SignalPyramid | null)[];
  readonly widthPx: number;
}

/** Of a lead that is not ready. */
const NO_RANGE: MvRange = { lowMv: -1, highMv: 1 };

export function useStrip({ view, focus, pyramids, widthPx }: StripOptions): Strip {
  const { recording: { leads, sampleCount, samplingRateHz, startTime }, labels, events, check: { record } } = view;
  const durationS = sampleCount / samplingRateHz;
  const names = useMemo(() => leads.map(({ name }) => name), [leads]);
  const screen = useScreenSize();
  const { pxPerMm } = screen;
  const [scale, setScale] = useState(USUAL_SCALE);
  const [layout, setLayout] = useState<Layout>(() => firstLayout(names, durationS));
  const [chosen, setChosen] = useState<readonly number[]>(() => firstLeads(names.length, record.leadIndex));

  const [wanted, move] = useLiveSpan(focus);
  const plotWidthPx = Math.max(widthPx - gutterPx(pxPerMm), 1);
  const paperS = scale.speedMmPerS === null ? null : paperSpanS(plotWidthPx, scale.speedMmPerS, pxPerMm);
  const span = useMemo(() => stripSpan(wanted, paperS, durationS), [wanted, paperS, durationS]);

  // What else is on the screen knows how much the paper shows once that is known.
  // A recording opened at no beat is read from its start.
  const tellSpan = useEffectEvent(() => move(focus.beat === null && focus.span.fromS === 0 ? keepInside({ fromS: 0, toS: spanWidth(span) }, durationS) : span));
  useEffect(() => {
    if (widthPx > 0 && paperS !== null) tellSpan();
  }, [widthPx, paperS]);

  const ranges = useMemo(() => pyramids.map((pyramid) => (pyramid === null ? NO_RANGE : usualRange(pyramid, samplingRateHz))), [pyramids, samplingRateHz]);
  const rows = useMemo(() => layoutRows(layout, names, chosen), [layout, names, chosen]);
  const rowsOfEvents = useMemo(() => eventRows(events), [events]);
  const headPx = (labels.truth === null ? LABELS_PX.plain : LABELS_PX.withTruth) + eventRowsPx(rowsOfEvents);
  const axisPx = startTime === null ? AXIS_PX.plain : AXIS_PX.withClock;
  const sheet = useMemo(
    () => sheetGeometry({ widthPx, rows, ranges, pxPerMm, gainMmPerMv: scale.gainMmPerMv, headPx, axisPx }),
    [widthPx, rows, ranges, pxPerMm, scale.gainMmPerMv, headPx, axisPx],
  );
  const time = useMemo(() => timeScale(sheet, span), [sheet, span]);
  const moves = useStripMoves({ span, durationS, scale, onSpan: move, onScale: setScale });
  const showSpan = useCallback((next: TimeSpan) => {
    if (Math.abs(spanWidth(next) - spanWidth(span)) > 1e-6 * spanWidth(span)) setScale({ ...scale, speedMmPerS: null });
    move(next);
  }, [span, scale, move]);
  return { screen, scale, setScale, layouts: layoutsFor(names), layout, setLayout, chosen, setChosen, ranges, sheet, span, time, moves, move, showSpan };
}
