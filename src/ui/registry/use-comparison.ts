import { useEffect, useRef, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { fetchCard } from "../models/fetch-card.ts";
import { useServices } from "../shared/services.ts";
import { compareOnSet, type Comparison } from "./compare-on-set.ts";
import type { ModelMeta } from "../models/model-kinds.ts";

export type ComparisonState =
  | { readonly kind: "idle" }
  /** `version` is on its way over the set */
  | { readonly kind: "comparing"; readonly version: number; readonly progress: Progress | null }
  | { readonly kind: "compared"; readonly comparison: Comparison }
  | { readonly kind: "failed"; readonly problem: Problem };

interface ComparisonJob {
  readonly state: ComparisonState;
  readonly compare: (meta: ModelMeta, set: EvaluationSet) => void;
  readonly cancel: () => void;
}

/** Measures champion and candidate on a frozen set, when asked; what is under way ends with the component. */
export function useComparison(champion: number, candidate: number): ComparisonJob {
  const { analysis, repository } = useServices();
  const [state, setState] = useState<ComparisonState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return {
    state,
    compare(meta, set) {
      running.current?.abort();
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      const report = (version: number, progress: Progress | null) => {
        if (!signal.aborted) setState({ kind: "comparing", version, progress });
      };
      compareOnSet(meta, set, { champion, candidate, analysis, repository, readShippedCard: (stop) => fetchCard(meta.id, stop), onProgress: report, signal }).then(
        (outcome) => {
          if (!signal.aborted) setState(outcome.kind === "cancelled" ? { kind: "idle" } : outcome);
        },
        (cause: unknown) => {
          if (!signal.aborted) setState({ kind: "failed", problem: toProblem(cause) });
        },
      );
    },
    cancel() {
      running.current?.abort();
      setState({ kind: "idle" });
    },
  };
}
