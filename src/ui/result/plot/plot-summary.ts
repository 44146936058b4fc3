import type { MarkKind, PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import type { RateUnit } from "../../../ecg/heart-rate/table.ts";
import { trueRows, type Counts } from "../metrics/check-counts.ts";
import { formatCount, formatCounted, formatFixed } from "../../shared/format.ts";
import { formatMoment, type TimeScale } from "./time-axis.ts";
import type { TimeRange } from "./zoom.ts";

export const MARK_WORDS: Readonly<Record<MarkKind, string>> = { true: "true", predicted: "predicted", agreed: "true and predicted" };

/** "900 of 2,272 points drawn": rows drawn of the rows in view; a row with a mark is one point. */
export function drawnSentence({ row, marks, rowsInView }: PlotPoints): string {
  const drawn = new Set(row);
  for (const mark of marks) drawn.add(mark.row);
  return `${formatCount(drawn.size)} of ${formatCounted(rowsInView, "point")} drawn`;
}

/** A rate as it is read: "121 bpm", or "0.62 (scaled)". */
export function rateText(rate: number, unit: RateUnit): string {
  return unit === "scaled" ? `${formatFixed(rate, 3)} (scaled)` : `${formatFixed(rate, 1)} bpm`;
}

/** What the axis counts. */
export function rateAxisName(unit: RateUnit): string {
  return unit === "scaled" ? "heart rate, scaled 0 to 1" : "heart rate, beats per minute";
}

interface PlotDescription {
  readonly patientId: string;
  readonly counts: Counts;
  readonly view: TimeRange;
  readonly scale: TimeScale;
}

/** The plot in words, for those who do not see it. */
export function describePlot({ patientId, counts, view, scale }: PlotDescription): string {
  const { rows, predicted, confusion } = counts;
  const range = `Shown from ${formatMoment(view.fromS, scale)} to ${formatMoment(view.toS, scale)}.`;
  const truth = confusion === null
    ? "No scored row has a label."
    : `${formatCount(trueRows(confusion))} are true anomalies: ${formatCount(confusion.truePositive)} of them predicted, ${formatCount(confusion.falseNegative)} missed; ${formatCount(confusion.falsePositive)} predictions are false alarms.`;
  return `Heart rate of patient ${patientId} over time, ${formatCounted(rows, "row")}, ${formatCount(predicted)} predicted anomalous. ${truth} ${range}`;
}
