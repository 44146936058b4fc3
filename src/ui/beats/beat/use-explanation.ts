import { useCallback, useEffect, useRef, useState } from "react";
import { toProblem, type Problem } from "../../../ecg/problem.ts";
import type { Explanation } from "../../../models/beat-model.ts";
import type { ExplainOutcome, ExplainRequest } from "../../../worker/protocol.ts";
import { UNKNOWN_MODEL } from "../beat-model-of.ts";

export type ExplanationState =
  | { readonly kind: "computing" }
  | { readonly kind: "explained"; readonly explanation: Explanation }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly problem: Problem };

export interface ExplanationJob {
  readonly state: ExplanationState;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Of the version that made the check. */
export type AskedExplanation = Omit<ExplainRequest, "files">;
type Explain = (request: AskedExplanation, signal: AbortSignal) => Promise<ExplainOutcome>;

/** Whoever leafs quickly through beats does not ask for each. */
const WAIT_MS = 120;
const COMPUTING: ExplanationState = { kind: "computing" };
const NO_MODEL: ExplanationState = { kind: "explained", explanation: { kind: "none", why: UNKNOWN_MODEL } };

/**
 * Asks for the explanation of one beat; another request, or leaving, aborts the one under way. `request` stays the same
 * object while it means the same; it is null where there is no model to ask.
 */
export function useExplanation(explain: Explain, request: AskedExplanation | null): ExplanationJob {
  const [asked, setAsked] = useState({ request });
  if (asked.request !== request) setAsked({ request });
  const [answer, setAnswer] = useState<{ readonly to: object; readonly state: ExplanationState } | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => {
    const { request: of } = asked;
    if (of === null) return;
    const controller = new AbortController();
    running.current = controller;
    let isLeft = false;
    const settle = (state: ExplanationState) => {
      if (!isLeft) setAnswer({ to: asked, state });
    };
    const timer = setTimeout(() => {
      explain(of, controller.signal).then(settle, (cause: unknown) => settle({ kind: "failed", problem: toProblem(cause) }));
    }, WAIT_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      controller.abort();
    };
  }, [explain, asked]);

  const cancel = useCallback(() => running.current?.abort(), []);
  const again = useCallback(() => setAsked((last) => ({ ...last })), []);
  return { state: request === null ? NO_MODEL : answer?.to === asked ? answer.state : COMPUTING, cancel, again };
}
