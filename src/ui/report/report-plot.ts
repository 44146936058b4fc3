import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { AnalysisService } from "../../worker/protocol.ts";
import { drawnSentence, rateAxisName } from "../result/plot/plot-summary.ts";
import { plotSvg } from "../result/plot/plot-svg.ts";
import { rateAxis } from "../result/plot/rate-axis.ts";
import { longestStepS } from "../result/plot/signal-line.ts";
import { formatMoment, timeScaleOf, timeTicks } from "../result/plot/time-axis.ts";
import { wholeRange } from "../result/plot/zoom.ts";
import { PAPER_COLOURS } from "./paper.ts";

/** As wide as A4's text at 96 pixels an inch: letters print at their own size. */
const SIZE = { width: 720, height: 320 } as const;
const TICKS_WANTED = 7;

/** One patient's whole recording as an SVG for paper; the worker decimates it. Throws ProblemError where the worker fails. */
export async function reportPlot(check: LoadedHeartRateCheck, patient: number, analysis: AnalysisService): Promise<string> {
  const { record } = check;
  const { patientId, timeS, rateBpm, label } = check.patients[patient];
  const score = check.scores[patient];
  const scale = timeScaleOf(record.timeKind, timeS);
  const view = wholeRange(timeS);
  const points = await analysis.draw(
    `${record.id}/${patientId}`,
    { timeS, rateBpm, label, score },
    { ...view, columns: SIZE.width, threshold: record.threshold },
  );
  if (points === null) throw new Error("The worker was handed a series and has lost it.");
  const name = rateAxisName(record.unit);
  return plotSvg({
    title: name.charAt(0).toUpperCase() + name.slice(1),
    notes: [`${formatMoment(view.fromS, scale)} to ${formatMoment(view.toS, scale)} · ${drawnSentence(points)}`],
    disclaimer: "",
    points,
    view,
    rates: rateAxis(points),
    timeTicks: timeTicks(view, scale, TICKS_WANTED),
    breakAfterS: longestStepS(timeS),
    labelled: label.some((value) => value !== UNLABELLED),
    colours: PAPER_COLOURS,
    size: SIZE,
  });
}
