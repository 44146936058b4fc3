import { spellDuration, type RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { formatCounted, formatFixed } from "../../shared/format.ts";

/** The figures of an event, the one that counts first: "down to 38/min · 1 min 4 s · 41 beats". */
export function eventFigures(event: RhythmEvent, samplingRateHz: number): string {
  const { kind, value, firstBeat, lastBeat, startSample, endSample } = event;
  if (kind === "pause") return `${formatFixed(value, 2)} s without a beat`;
  const lasts = [spellDuration((endSample - startSample) / samplingRateHz), formatCounted(lastBeat - firstBeat + 1, "beat")];
  return [figureWords(event), ...lasts].join(" · ");
}

function figureWords({ kind, value, unit }: RhythmEvent): string {
  if (unit === "beats") return `${value} ventricular`;
  const rate = `${formatFixed(value, 0)}/min`;
  if (kind === "tachycardia") return `up to ${rate}`;
  return kind === "bradycardia" ? `down to ${rate}` : rate;
}
