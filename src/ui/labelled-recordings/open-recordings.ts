import { ProblemError, type Problem } from "../../ecg/problem.ts";
import { groupRecords } from "../../ecg/reading/recording/group-records.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import type { AnalysisService, Cancelled } from "../../worker/protocol.ts";

export type OpenedRecordings<Kept> = { readonly kind: "opened"; readonly kept: readonly Kept[] } | { readonly kind: "refused"; readonly problem: Problem } | Cancelled;

interface OpenOptions {
  readonly analysis: Pick<AnalysisService, "open">;
  readonly signal: AbortSignal;
}

/** Reads the recordings of the files, one after another, and keeps what `keep` makes of each: nobody can be asked here, and a whole recording is large. */
export async function openRecordings<Kept>(files: readonly File[], keep: (recording: Recording) => Kept, { analysis, signal }: OpenOptions): Promise<OpenedRecordings<Kept>> {
  const kept: Kept[] = [];
  for (const group of groupRecords(files)) {
    const outcome = await analysis.open(group, null, () => undefined, signal);
    const refuse = (code: string, what: string, advice: string): OpenedRecordings<Kept> => ({ kind: "refused", problem: new ProblemError(code, what, advice, { file: group[0].name }) });
    switch (outcome.kind) {
      case "recording":
        kept.push(keep(outcome.recording));
        break;
      case "table":
        return refuse("no-recording", "it holds a table, not a raw ECG", "Choose recordings with annotations, such as .hea, .dat and .atr together");
      case "question":
        return refuse("unclear-layout", "it is not clear how it is written", "Open it under Check, where its layout can be said, run a check, and choose that check");
      case "failed":
        return { kind: "refused", problem: outcome.problem };
      case "cancelled":
        return outcome;
    }
  }
  return { kind: "opened", kept };
}
