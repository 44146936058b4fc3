import { traceLine } from "../../../../ecg/drawing/ecg-trace.ts";
import type { SignalPyramid } from "../../../../ecg/recording/signal-pyramid.ts";
import { timeTicks } from "../../../result/plot/time-axis.ts";
import type { RecordingView, TimeSpan } from "../../recording-view.ts";
import { isAbnormal, placeLabels } from "../beats/beat-labels.ts";
import type { Paint, Surface } from "../canvas/painted-canvas.tsx";
import { strokeTrace } from "../canvas/stroke-trace.ts";
import type { MvRange } from "../sheet/lead-range.ts";
import { presentParts, stretchesIn } from "../sheet/present-parts.ts";
import { drawEvents, drawLaneMarks, LANE_PX, LANES } from "./draw-events.ts";
import { drawLevelAxis, LEVEL_AXIS_PX } from "./draw-level-axis.ts";

const EVENTS_PX = LANES.length * LANE_PX;
const TRACE_PX = 52;
const BEATS_PX = 8;
export const MINUTES_HEIGHT_PX = EVENTS_PX + TRACE_PX + BEATS_PX + LEVEL_AXIS_PX;
const TICK_ROOM_PX = 76;

interface MinutesOptions {
  readonly widthPx: number;
  readonly plotLeftPx: number;
  readonly span: TimeSpan;
  /** of the lead whose beats were found; null while it is built */
  readonly pyramid: SignalPyramid | null;
  readonly range: MvRange;
}

/** Some minutes of the lead whose beats were found: its events, its lowest and highest value in each pixel column, ectopic beats as strokes below. */
export function minutesPainter(view: RecordingView, { widthPx, plotLeftPx, span, pyramid, range }: MinutesOptions): Paint {
  const { recording: { samplingRateHz }, lead, beats, labels, events } = view;
  const plotPx = Math.max(widthPx - plotLeftPx, 1);
  const pxPerS = plotPx / (span.toS - span.fromS);
  const xOf = (timeS: number) => plotLeftPx + (timeS - span.fromS) * pxPerS;
  const xOfSample = (sample: number) => xOf(sample / samplingRateHz);
  const inView = { from: Math.floor(span.fromS * samplingRateHz), to: Math.ceil(span.toS * samplingRateHz) };
  const ticks = timeTicks(span, "elapsed", Math.max(2, Math.floor(plotPx / TICK_ROOM_PX)));
  const placed = placeLabels({ labels, peakSample: beats.peakSample, fromSample: inView.from, toSample: inView.to, xOfSample });

  const drawTrace = ({ context, ink, ratio }: Surface) => {
    context.save();
    context.beginPath();
    context.rect(plotLeftPx, EVENTS_PX, plotPx, TRACE_PX);
    context.clip();
    context.fillStyle = ink.line;
    for (const { from, to } of stretchesIn(lead.unusable, inView)) context.fillRect(xOfSample(from), EVENTS_PX, Math.max(xOfSample(to) - xOfSample(from), 1), TRACE_PX);
    if (pyramid !== null) {
      const rangeMv = Math.max(range.highMv - range.lowMv, 0.1) * 1.2;
      const pxPerMv = TRACE_PX / rangeMv;
      const zeroYPx = EVENTS_PX + TRACE_PX / 2 + ((range.lowMv + range.highMv) / 2) * pxPerMv;
      const trace = { fromSample: span.fromS * samplingRateHz, widthPx: plotPx, samplesPerPx: samplingRateHz / pxPerS, columnsPerPx: ratio, zeroYPx, pxPerMv };
      context.strokeStyle = ink.signal;
      context.lineWidth = 0.8;
      context.translate(plotLeftPx, 0);
      for (const part of presentParts(lead, inView, trace.samplesPerPx)) strokeTrace(context, traceLine(pyramid, trace, part));
    }
    context.restore();
  };

  return (surface) => {
    const { context, ink } = surface;
    context.fillStyle = ink.sunken;
    context.fillRect(plotLeftPx, 0, plotPx, EVENTS_PX + TRACE_PX + BEATS_PX);
    drawLaneMarks(surface, plotLeftPx - 12, 0);
    drawTrace(surface);
    drawEvents(surface, { events, xOfSample, leftPx: plotLeftPx, rightPx: widthPx, topPx: 0 });
    for (const { xPx, classIndex, isRelabelled } of placed) {
      if (!isAbnormal(classIndex) && !isRelabelled) continue;
      context.fillStyle = isRelabelled ? ink.accent : ink.predicted;
      context.fillRect(xPx - 0.75, EVENTS_PX + TRACE_PX, 1.5, BEATS_PX - 1);
    }
    if (pyramid === null) {
      context.fillStyle = ink.muted;
      context.font = "12px system-ui, sans-serif";
      context.textAlign = "left";
      context.textBaseline = "middle";
      context.fillText("Preparing the signal for drawing", plotLeftPx + 8, EVENTS_PX + TRACE_PX / 2);
    }
    drawLevelAxis(surface, ticks, { xOf, topPx: EVENTS_PX + TRACE_PX + BEATS_PX, leftPx: plotLeftPx, rightPx: widthPx });
  };
}
