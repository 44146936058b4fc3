import { useCallback, useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";

export type Asked<T> = { readonly kind: "asking" } | { readonly kind: "answered"; readonly value: T } | { readonly kind: "failed"; readonly problem: Problem };

/** What a question is answered with, asked again by `again`. `question` must stay the same between renders. */
export function useAnswer<T>(question: () => Promise<T>): { readonly answer: Asked<T>; readonly again: () => void } {
  const [answer, setAnswer] = useState<Asked<T>>({ kind: "asking" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    question().then(
      (value) => isCurrent && setAnswer({ kind: "answered", value }),
      (cause: unknown) => isCurrent && setAnswer({ kind: "failed", problem: toProblem(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [question, round]);
  return { answer, again: useCallback(() => setRound((before) => before + 1), []) };
}
