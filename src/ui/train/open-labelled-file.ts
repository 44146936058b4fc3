import { ProblemError, type Problem } from "../../ecg/problem.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import type { AnalysisService } from "../../worker/protocol.ts";

export type LabelledFile = { readonly kind: "beats"; readonly table: BeatTable } | { readonly kind: "refused"; readonly problem: Problem } | { readonly kind: "cancelled" };

/** Reads a table of beats whose layout is clear: there is nobody to ask here. */
export async function openLabelledFile(files: readonly File[], analysis: AnalysisService, signal: AbortSignal): Promise<LabelledFile> {
  const outcome = await analysis.open(files, null, () => undefined, signal);
  const refuse = (code: string, what: string, advice: string): LabelledFile => ({ kind: "refused", problem: new ProblemError(code, what, advice, { file: files[0].name }) });
  switch (outcome.kind) {
    case "table":
      if (outcome.table.kind === "beats") return { kind: "beats", table: outcome.table };
      return refuse("no-beats-in-file", "it holds heart rates, not single beats", "Choose a table with one heartbeat a row");
    case "recording":
      return refuse("no-beats-in-file", "it holds a raw ECG, not single beats", "Choose a table with one heartbeat a row");
    case "question":
      return refuse("unclear-layout", "it is not clear how it is written", "Open it under Check, where its layout can be said, run a check, and learn from that check");
    case "cancelled":
      return outcome;
    case "failed":
      return { kind: "refused", problem: outcome.problem };
  }
}
