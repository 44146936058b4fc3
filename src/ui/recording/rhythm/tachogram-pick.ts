import { firstIntervalFrom, intervalTimeS } from "../../../ecg/rhythm/tachogram.ts";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { pointOf, type TachogramArea } from "./tachogram-paths.ts";

const REACH_PX = 12;

/** The interval drawn nearest to a place, as index; null where none is near. */
export function intervalAt(rr: RrSeries, area: TachogramArea, at: { readonly x: number; readonly y: number }): number | null {
  const { span: { fromS, toS }, width } = area;
  const timeAt = (x: number) => fromS + (x / width) * (toS - fromS);
  const lastS = Math.min(toS, timeAt(at.x + REACH_PX));
  let nearest: number | null = null;
  let least = Infinity;
  for (let i = firstIntervalFrom(rr, Math.max(fromS, timeAt(at.x - REACH_PX))); i < rr.endBeat.length && intervalTimeS(rr, i) <= lastS; i++) {
    const { x, y } = pointOf(rr, i, area);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

/** The interval that ends with a beat, or the first one after; null where there is none any more. */
export function intervalOfBeat({ endBeat }: RrSeries, beat: number): number | null {
  let low = 0;
  let high = endBeat.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endBeat[middle] < beat) low = middle + 1;
    else high = middle;
  }
  return low === endBeat.length ? null : low;
}

/** Where a key leads from an interval (null: from none yet), a page being a tenth of the intervals shown; null for a key that is not the tachogram's. */
export function intervalOfKey(key: string, from: number | null, { count, page }: { readonly count: number; readonly page: number }): number | null {
  const last = count - 1;
  const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: page, PageDown: -page }[key];
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (by === undefined) return null;
  return from === null ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, from + by));
}
