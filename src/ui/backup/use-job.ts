import { useEffect, useRef, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { JobControl, Progress } from "../../ecg/progress.ts";
import { useLeaveWarning } from "../shared/use-leave-warning.ts";

export type JobState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: Progress | null }
  | { readonly kind: "failed"; readonly problem: Problem };

/** One long piece of work at a time, which can be cancelled and ends with its screen. The browser asks before it leaves one under way. */
export function useJob(): { readonly state: JobState; readonly run: (work: (control: JobControl) => Promise<void>) => void; readonly cancel: () => void } {
  const [state, setState] = useState<JobState>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  useLeaveWarning(state.kind === "running");
  return {
    state,
    cancel: () => controller.current?.abort(),
    run(work) {
      if (state.kind === "running") return;
      const { signal } = (controller.current = new AbortController());
      setState({ kind: "running", progress: null });
      work({ signal, onProgress: (progress) => setState({ kind: "running", progress }) }).then(
        () => setState({ kind: "idle" }),
        (cause: unknown) => setState(signal.aborted ? { kind: "idle" } : { kind: "failed", problem: toProblem(cause) }),
      );
    },
  };
}
