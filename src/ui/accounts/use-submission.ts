import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";

export interface Submission {
  readonly isBusy: boolean;
  /** why the last one was refused */
  readonly problem: Problem | null;
  /** Does the work unless some is under way; keeps its failure until the next. */
  readonly submit: (work: () => Promise<void>) => void;
}

/** A form that is sent once at a time. */
export function useSubmission(): Submission {
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly problem: Problem | null }>({ isBusy: false, problem: null });
  return {
    ...state,
    submit(work) {
      if (state.isBusy) return;
      setState({ isBusy: true, problem: null });
      work().then(
        () => setState({ isBusy: false, problem: null }),
        (cause: unknown) => setState({ isBusy: false, problem: toProblem(cause) }),
      );
    },
  };
}
