import type { Verdict } from "../../db/records.ts";
import type { AnomalyEvent } from "../../ecg/heart-rate/events.ts";

/** The `limit` events with the highest scores, in time order. */
export function mostAnomalous(events: readonly AnomalyEvent[], limit: number): AnomalyEvent[] {
  return events.toSorted((a, b) => b.score - a.score).slice(0, limit).sort((a, b) => a.startRow - b.startRow);
}

/** "36 events: 12 accepted, 3 rejected, 1 uncertain, 20 not reviewed" */
export function summariseVerdicts(events: readonly AnomalyEvent[], verdictOf: ReadonlyMap<number, Verdict>): string {
  const counts = { accepted: 0, rejected: 0, uncertain: 0, "not reviewed": 0 };
  for (const { peakRow } of events) counts[verdictOf.get(peakRow) ?? "not reviewed"]++;
  const parts = Object.entries(counts).filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return `${events.length} ${events.length === 1 ? "event" : "events"}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}
