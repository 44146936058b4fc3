import { useCallback, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";

/** Runs work that may fail; keeps the last failure until the next attempt. */
export function useAttempt(): { readonly problem: Problem | null; readonly attempt: (work: () => Promise<unknown>) => void } {
  const [problem, setProblem] = useState<Problem | null>(null);
  const attempt = useCallback((work: () => Promise<unknown>) => {
    setProblem(null);
    work().catch((cause: unknown) => setProblem(toProblem(cause)));
  }, []);
  return { problem, attempt };
}
