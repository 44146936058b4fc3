import type { TimeRange } from "./zoom.ts";

/** Room around the plot area: the rate axis to the left, the time axis below. */
export const PLOT_MARGIN = { top: 10, right: 28, bottom: 26, left: 40 } as const;
/** Kept free at both ends of the time axis, so that a mark at the edge of the view is drawn whole. */
export const PLOT_INSET = 10;

/** Where a moment and a rate lie on the screen; the chart, the pointer and the saved picture share it. */
export interface PlotGeometry {
  readonly width: number;
  readonly height: number;
  /** the plot area, insets included */
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly xOf: (timeS: number) => number;
  readonly yOf: (rate: number) => number;
  /** held within the view */
  readonly timeAt: (x: number) => number;
}

export interface GeometryOptions {
  readonly width: number;
  readonly height: number;
  readonly view: TimeRange;
  readonly rates: RateRange;
}

export interface RateRange {
  readonly low: number;
  readonly high: number;
}

export function plotGeometry({ width, height, view, rates }: GeometryOptions): PlotGeometry {
  const { top, right, bottom, left } = PLOT_MARGIN;
  const plotWidth = Math.max(width - left - right, 1);
  const plotHeight = Math.max(height - top - bottom, 1);
  const drawnWidth = Math.max(plotWidth - 2 * PLOT_INSET, 1);
  const firstX = left + PLOT_INSET;
  const spanS = view.toS - view.fromS || 1;
  const rateSpan = rates.high - rates.low || 1;
  return {
    width,
    height,
    plotWidth,
    plotHeight,
    xOf: (timeS) => firstX + ((timeS - view.fromS) / spanS) * drawnWidth,
    yOf: (rate) => top + (1 - (rate - rates.low) / rateSpan) * plotHeight,
    timeAt: (x) => view.fromS + Math.min(Math.max((x - firstX) / drawnWidth, 0), 1) * (view.toS - view.fromS),
  };
}
