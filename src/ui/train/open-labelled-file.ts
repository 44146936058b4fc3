import { ProblemError, type Problem } from "../../ecg/problem.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

export type LabelledFile =
  | { readonly kind: "table"; readonly table: BeatTable | HeartRateTable }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "cancelled" };

/** Reads a table whose layout is clear: there is nobody to ask here. */
export async function openLabelledFile(files: readonly File[], analysis: AnalysisService, signal: AbortSignal): Promise<LabelledFile> {
  const outcome = await analysis.open(files, null, () => undefined, signal);
  const refuse = (code: string, what: string, advice: string): LabelledFile => ({ kind: "refused", problem: new ProblemError(code, what, advice, { file: files[0].name }) });
  switch (outcome.kind) {
    case "table":
      return { kind: "table", table: outcome.table };
    case "recording":
      return refuse("no-table", "it holds a raw ECG, not a table of beats or heart rates", "Choose a table, or above a model of raw ECGs");
    case "question":
      return refuse("unclear-layout", "it is not clear how it is written", "Open it under Check, where its layout can be said, run a check, and learn from that check");
    case "cancelled":
      return outcome;
    case "failed":
      return { kind: "refused", problem: outcome.problem };
  }
}
