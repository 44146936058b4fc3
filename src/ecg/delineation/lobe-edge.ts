import type { Frame } from "./frame.ts";
import { lobeSign, type Wave } from "./wave.ts";
import { waveEdge, type EdgeRule } from "./wave-edge.ts";

/** A rule's scale may find the lobe's steepest point so far beside where the wave was found. */
const BESIDE_MS = 30;
const REACH_MS = 200;

/** Index, not rounded, of a P or T wave's onset (step −1) or end: the outer edge of its first or second lobe. */
export function lobeEdge(frame: Frame, wave: Wave, step: -1 | 1, rules: readonly EdgeRule[]): number {
  const beside = (BESIDE_MS / 1000) * frame.samplingRateHz;
  const lobe = step === -1 ? { from: wave.first - beside, to: wave.peak } : { from: wave.peak, to: wave.second + beside };
  return waveEdge(frame, rules, { ...lobe, step, sign: lobeSign(wave, step), quietMs: 0, reachMs: REACH_MS });
}
