import { startTransition, useEffect, useRef, useState } from "react";
import type { PlotPoints, PlotView } from "../../../ecg/drawing/plot-points.ts";
import { ProblemError, toProblem, type Problem } from "../../../ecg/problem.ts";
import type { AnalysisService, ShownSeries } from "../../../worker/protocol.ts";

interface PlotPointsOptions {
  readonly analysis: AnalysisService;
  readonly seriesKey: string;
  readonly series: ShownSeries;
  readonly view: PlotView;
}

interface DrawnPoints {
  /** the last points that arrived: they stay until newer ones do; null before the first */
  readonly points: PlotPoints | null;
  readonly problem: Problem | null;
  readonly retry: () => void;
}

/** The points of a view, from the worker. A view that has been left while an earlier one was drawn is never asked for. */
export function usePlotPoints({ analysis, seriesKey, series, view }: PlotPointsOptions): DrawnPoints {
  const [points, setPoints] = useState<PlotPoints | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const previous = useRef<Promise<void>>(Promise.resolve());
  const { fromS, toS, columns, threshold } = view;

  useEffect(() => {
    if (columns <= 0) return;
    let left = false;
    const isCurrent = () => !left;
    const draw = async () => {
      if (!isCurrent()) return;
      const wanted = { fromS, toS, columns, threshold };
      try {
        // A new worker, or one that has dropped the series for others, asks for it again.
        const drawn = (await analysis.draw(seriesKey, null, wanted)) ?? (await analysis.draw(seriesKey, series, wanted));
        if (!isCurrent()) return;
        if (drawn === null) throw new ProblemError("plot-not-drawn", "The plot could not be drawn: the analysis stopped while it was at work", "Draw it again");
        startTransition(() => {
          setPoints(drawn);
          setProblem(null);
        });
      } catch (cause) {
        if (isCurrent()) setProblem(toProblem(cause));
      }
    };
    previous.current = previous.current.then(draw);
    return () => {
      left = true;
    };
  }, [analysis, seriesKey, series, fromS, toS, columns, threshold, attempt]);

  return { points, problem, retry: () => setAttempt(attempt + 1) };
}
