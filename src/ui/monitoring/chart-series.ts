import { pooledFigure, type MonitoredCheck } from "../../lifecycle/monitoring/monitored-check.ts";
import type { WatchedMetric } from "../../lifecycle/monitoring/rule.ts";

/** More checks than a chart has room for are left out, oldest first. */
export const MOST_DRAWN = 300;

export interface ChartPoint {
  readonly check: MonitoredCheck;
  /** place among all checks drawn, from 0, oldest first */
  readonly position: number;
  /** of this check alone */
  readonly value: number;
  /** of it and those before it that have the figure, `newest` together */
  readonly pooled: number;
}

export interface ChartSeries {
  readonly points: readonly ChartPoint[];
  /** checks drawn, those without the figure too */
  readonly checks: number;
}

/** A figure of each of `checks`, which come newest first; checks without it have no point. */
export function chartSeries(metric: WatchedMetric, checks: readonly MonitoredCheck[], newest: number): ChartSeries {
  const ordered = [...checks].reverse();
  const having: MonitoredCheck[] = [];
  const points = ordered.flatMap((check, position): ChartPoint[] => {
    const value = pooledFigure(metric, [check]);
    if (value === null) return [];
    having.push(check);
    return [{ check, position, value, pooled: pooledFigure(metric, having.slice(-newest)) ?? value }];
  });
  return { points, checks: ordered.length };
}
