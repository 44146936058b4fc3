import { useEffect, useState } from "react";
import type { LoadedHeartRateCheck, VerdictRecord } from "../../db/records.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { yieldToMessages } from "../../ecg/progress.ts";
import { svgBlob } from "../result/plot/plot-files.ts";
import { useServices } from "../shared/services.ts";
import { reportPlot } from "./report-plot.ts";

export type ReportState =
  | { readonly kind: "drawing"; readonly done: number }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly problem: Problem }
  /** `plotUrls`: one a patient asked for; `verdictProblem`: why there are no verdicts, though there may have been some */
  | { readonly kind: "drawn"; readonly verdicts: readonly VerdictRecord[]; readonly verdictProblem: Problem | null; readonly plotUrls: readonly string[] };

interface Verdicts {
  readonly verdicts: readonly VerdictRecord[];
  readonly verdictProblem: Problem | null;
}

const START: ReportState = { kind: "drawing", done: 0 };

/** The plots and verdicts of a check's report, drawn one patient after the other. `patients` must stay the same between renders. */
export function useReport(check: LoadedHeartRateCheck, patients: readonly number[]): { readonly state: ReportState; readonly cancel: () => void; readonly retry: () => void } {
  const { analysis, repository } = useServices();
  const [attempt, setAttempt] = useState(() => new AbortController());
  const [state, setState] = useState<ReportState>(START);

  useEffect(() => {
    const left = new AbortController();
    const signal = AbortSignal.any([left.signal, attempt.signal]);
    const plotUrls: string[] = [];
    const draw = async (): Promise<ReportState> => {
      // A browser without a store has no verdicts, but it can print.
      const read = await repository.verdictsOf(check.record.id).then(
        (verdicts): Verdicts => ({ verdicts, verdictProblem: null }),
        (cause: unknown): Verdicts => ({ verdicts: [], verdictProblem: toProblem(cause) }),
      );
      for (const patient of patients) {
        const svg = await reportPlot(check, patient, analysis);
        if (signal.aborted) return { kind: "cancelled" };
        plotUrls.push(URL.createObjectURL(svgBlob(svg)));
        setState({ kind: "drawing", done: plotUrls.length });
        await yieldToMessages();
      }
      return { kind: "drawn", ...read, plotUrls };
    };
    const end = (ended: ReportState) => {
      if (!left.signal.aborted) setState(ended);
    };
    draw().then(end, (cause: unknown) => end({ kind: "failed", problem: toProblem(cause) }));
    return () => {
      left.abort();
      plotUrls.forEach((url) => URL.revokeObjectURL(url));
    };
  }, [check, patients, analysis, repository, attempt]);

  return {
    state,
    cancel: () => attempt.abort(),
    retry: () => {
      setState(START);
      setAttempt(new AbortController());
    },
  };
}
