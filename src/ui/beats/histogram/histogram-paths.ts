import { roundStep } from "../../result/plot/rate-axis.ts";

/** Whether a bar's height is its count or the square root of it, which keeps a few beats in sight beside thousands. */
export type CountScale = "count" | "square-root";

export interface HistogramSize {
  readonly width: number;
  readonly height: number;
}

const TICK_PX = 30;

/** The height of a count as a share of the plot's, where `highest` fills it. */
export function shareOfHeight(count: number, highest: number, scale: CountScale): number {
  if (highest <= 0) return 0;
  return scale === "count" ? count / highest : Math.sqrt(count / highest);
}

/** The outline of a histogram as an SVG path, a closed shape for each run of bins that have beats: bins of equal width over the whole width. */
export function histogramPath(counts: Uint32Array, { width, height, highest, scale }: HistogramSize & { readonly highest: number; readonly scale: CountScale }): string {
  const binWidth = width / counts.length;
  let path = "";
  counts.forEach((count, bin) => {
    if (count === 0) return;
    if (bin === 0 || counts[bin - 1] === 0) path += `M${(bin * binWidth).toFixed(1)},${height}`;
    path += `V${(height * (1 - shareOfHeight(count, highest, scale))).toFixed(1)}H${((bin + 1) * binWidth).toFixed(1)}`;
    if (bin === counts.length - 1 || counts[bin + 1] === 0) path += `V${height}Z`;
  });
  return path;
}

/** Round counts for the axis, 0 among them, at least `TICK_PX` apart. */
export function countTicks(highest: number, { height, scale }: { readonly height: number; readonly scale: CountScale }): number[] {
  if (highest <= 0) return [0];
  if (scale === "count") {
    const step = Math.max(1, roundStep((highest * TICK_PX) / height));
    return Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step);
  }
  const ticks = [0];
  const offset = (count: number) => height * shareOfHeight(count, highest, scale);
  for (let count = 1; count <= highest; count = roundStep(count * 1.5)) {
    if (offset(count) - offset(ticks[ticks.length - 1]) >= TICK_PX) ticks.push(count);
  }
  return ticks;
}
