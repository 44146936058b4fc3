import { useRef, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { runSelfTest, type Attempt } from "./self-test.ts";

export type SelfTest =
  | { readonly kind: "idle" }
  | { readonly kind: "running" | "done"; readonly attempts: readonly Attempt[] }
  | { readonly kind: "failed"; readonly problem: Problem };

export function useSelfTest(): { readonly test: SelfTest; readonly run: () => void } {
  const [test, setTest] = useState<SelfTest>({ kind: "idle" });
  const isRunning = useRef(false);

  function run(): void {
    if (isRunning.current) return;
    isRunning.current = true;
    const attempts: Attempt[] = [];
    setTest({ kind: "running", attempts: [] });
    runSelfTest((attempt) => {
      attempts.push(attempt);
      setTest({ kind: "running", attempts: [...attempts] });
    })
      .then(() => setTest({ kind: "done", attempts }), (cause: unknown) => setTest({ kind: "failed", problem: toProblem(cause) }))
      .finally(() => {
        isRunning.current = false;
      });
  }
  return { test, run };
}
