import { timeTicks } from "../../../result/plot/time-axis.ts";
import type { RecordingView } from "../../recording-view.ts";
import type { Paint } from "../canvas/painted-canvas.tsx";
import { beatDensity } from "./beat-density.ts";
import { drawEvents, drawLaneMarks, LANE_PX, LANES } from "./draw-events.ts";
import { drawLevelAxis, LEVEL_AXIS_PX } from "./draw-level-axis.ts";

const EVENTS_PX = LANES.length * LANE_PX;
/** Of the bars up, and of those down. */
const BARS_PX = 14;
export const WHOLE_HEIGHT_PX = EVENTS_PX + 2 * BARS_PX + 4 + LEVEL_AXIS_PX;
const COLUMN_PX = 2;
const TICK_ROOM_PX = 76;

interface WholeOptions {
  readonly widthPx: number;
  readonly plotLeftPx: number;
}

/** The whole recording: rhythm events in lanes by urgency, and how many ectopic beats each moment has, ventricular up, supraventricular down. */
export function wholePainter({ recording, beats, labels, events }: RecordingView, { widthPx, plotLeftPx }: WholeOptions): Paint {
  const { sampleCount, samplingRateHz } = recording;
  const plotPx = Math.max(widthPx - plotLeftPx, 1);
  const columns = Math.max(1, Math.floor(plotPx / COLUMN_PX));
  const density = beatDensity(beats.peakSample, labels.current, { sampleCount, columns });
  const span = { fromS: 0, toS: sampleCount / samplingRateHz };
  const ticks = timeTicks(span, "elapsed", Math.max(2, Math.floor(plotPx / TICK_ROOM_PX)));
  const xOfSample = (sample: number) => plotLeftPx + (sample / sampleCount) * plotPx;
  const zeroY = EVENTS_PX + BARS_PX + 2;

  return (surface) => {
    const { context, ink } = surface;
    context.fillStyle = ink.sunken;
    context.fillRect(plotLeftPx, 0, plotPx, zeroY + BARS_PX + 2);
    drawLaneMarks(surface, plotLeftPx - 12, 0);
    context.font = "10px system-ui, sans-serif";
    context.textAlign = "right";
    context.textBaseline = "middle";
    context.fillStyle = ink.muted;
    context.fillText("V F", plotLeftPx - 5, zeroY - BARS_PX / 2);
    context.fillText("S", plotLeftPx - 5, zeroY + BARS_PX / 2 + 1);
    drawEvents(surface, { events, xOfSample, leftPx: plotLeftPx, rightPx: widthPx, topPx: 0 });

    context.fillStyle = ink.line;
    context.fillRect(plotLeftPx, zeroY, plotPx, 1);
    const step = plotPx / columns;
    const bars = (counts: Uint32Array, up: boolean) => {
      for (let column = 0; column < columns; column++) {
        if (counts[column] === 0) continue;
        // Few beats among many elsewhere still show.
        const height = Math.max(2, Math.round((counts[column] / density.most) * BARS_PX));
        context.fillRect(plotLeftPx + column * step, up ? zeroY - height : zeroY + 1, Math.max(step - 0.4, 1), height);
      }
    };
    context.fillStyle = ink.signal;
    bars(density.ventricular, true);
    context.globalAlpha = 0.6;
    bars(density.supraventricular, false);
    context.globalAlpha = 1;
    drawLevelAxis(surface, ticks, { xOf: (timeS) => xOfSample(timeS * samplingRateHz), topPx: zeroY + BARS_PX + 2, leftPx: plotLeftPx, rightPx: widthPx });
  };
}
