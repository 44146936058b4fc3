import type { Frame } from "./frame.ts";

/** Where a wave ends: its slope at a scale has fallen below a share of its steepest, or below a fixed slope. Several rules are averaged. */
export interface EdgeRule {
  readonly scaleMs: number;
  readonly threshold: { readonly shareOfSteepest: number } | { readonly mvPerS: number };
  /** taken off: so much farther out than cardiologists it finds the edge, in the mean (LUDB, lead II, records of odd number) */
  readonly outsideMs: number;
}

export interface EdgeSearch {
  /** −1 for an onset, 1 for an end */
  readonly step: -1 | 1;
  /** between these indices the wave's steepest slope lies, from which the edge is looked for */
  readonly from: number;
  readonly to: number;
  /** the slope's sign there; slopes of the other sign do not belong to the wave. 0: those of both signs do */
  readonly sign: -1 | 0 | 1;
  /** the wave is over when it has been quiet for so long */
  readonly quietMs: number;
  /** from the steepest slope to the edge at most */
  readonly reachMs: number;
}

/** Index, not rounded, of a wave's onset or end. */
export function waveEdge(frame: Frame, rules: readonly EdgeRule[], search: EdgeSearch): number {
  let sum = 0;
  for (const rule of rules) sum += edgeBy(rule, frame, search) / rules.length;
  return sum;
}

function edgeBy({ scaleMs, threshold, outsideMs }: EdgeRule, { slope, samplingRateHz }: Frame, { step, from, to, sign, quietMs, reachMs }: EdgeSearch): number {
  const samples = (ms: number) => (ms / 1000) * samplingRateHz;
  const values = slope(scaleMs);
  const start = steepest(values, from, to, sign);
  const limit = "mvPerS" in threshold ? threshold.mvPerS : threshold.shareOfSteepest * Math.abs(values[start]);
  let loud = start;
  for (let i = start; i >= 0 && i < values.length && Math.abs(i - start) <= samples(reachMs); i += step) {
    if (steepness(values[i], sign) >= limit) loud = i;
    else if (Math.abs(i - loud) >= samples(quietMs)) break;
  }
  return loud + step * (1 - samples(outsideMs));
}

/** Index of the steepest slope of a sign, or of either (0), between two indices. */
export function steepest(slope: Float64Array, from: number, to: number, sign: -1 | 0 | 1): number {
  let best = Math.max(0, Math.ceil(from));
  for (let i = best + 1; i <= Math.min(to, slope.length - 1); i++) if (steepness(slope[i], sign) > steepness(slope[best], sign)) best = i;
  return best;
}

function steepness(slope: number, sign: -1 | 0 | 1): number {
  return sign === 0 ? Math.abs(slope) : sign * slope;
}
