import type { RunEpoch } from "../../lifecycle/runs/training-run.ts";
import type { PlotAxis } from "./plot-axis.ts";

/** One metric of one run over its epochs. */
export interface MetricCurve {
  readonly label: string;
  /** place among the runs or metrics drawn together, which gives it colour, dash and shape */
  readonly series: number;
  readonly points: readonly { readonly epoch: number; readonly value: number }[];
}

export function metricCurve(label: string, series: number, epochs: readonly RunEpoch[], metric: string): MetricCurve {
  const points = epochs.filter(({ metrics }) => Number.isFinite(metrics[metric])).map(({ epoch, metrics }) => ({ epoch, value: metrics[metric] }));
  return { label, series, points };
}

/** The metrics measured in epochs, in the order in which they first came. */
export const epochMetrics = (epochs: readonly RunEpoch[]): string[] => [...new Set(epochs.flatMap(({ metrics }) => Object.keys(metrics)))];

/**
 * Metrics that can be drawn over each other: those of one quantity, “loss” with “validation loss”. Of several networks trained
 * one after another, “part 2/loss” goes with “part 1/loss”.
 */
export function metricGroups(names: readonly string[]): { readonly name: string; readonly metrics: readonly string[] }[] {
  const quantity = (name: string) => (name.split("/").at(-1) ?? name).replace(/^(validation|training|train|val|test)[ _]/, "");
  const groups = new Map<string, string[]>();
  for (const name of names) groups.set(quantity(name), [...(groups.get(quantity(name)) ?? []), name]);
  return [...groups].map(([name, metrics]) => ({ name, metrics }));
}

interface Area {
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPoint {
  readonly x: number;
  readonly y: number;
}

/** A curve's points in the area; y counts down, as SVG does. */
export function placedPoints({ points }: MetricCurve, { x, y, width, height }: Area): PlacedPoint[] {
  return points.flatMap(({ epoch, value }) => {
    const across = x.place(epoch);
    const up = y.place(value);
    return across === null || up === null ? [] : [{ x: across * width, y: (1 - up) * height }];
  });
}

/** At most as many of the points, evenly, the last among them: as marks on a long curve. */
export function markedPoints(points: readonly PlacedPoint[], most: number): PlacedPoint[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]);
}

export const linePath = (points: readonly PlacedPoint[]): string => points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
