import { useEffect, useState } from "react";
import { useKnownAnswers } from "../ui/diagnostics/use-known-answers.ts";
import type { AnalysisService } from "../worker/protocol.ts";

export type BackendState =
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "unknown"; readonly why: string };

/** The TensorFlow backend in use, asked for at once, so that the worker is warm when the first file comes, and again when one is rejected. */
export function useBackendName(analysis: AnalysisService): BackendState {
  const [state, setState] = useState<BackendState>({ kind: "asking" });
  const { rejected } = useKnownAnswers();
  useEffect(() => {
    let isMounted = true;
    analysis.backend().then(
      (name) => isMounted && setState({ kind: "known", name }),
      (cause: unknown) => isMounted && setState({ kind: "unknown", why: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      isMounted = false;
    };
  }, [analysis, rejected]);
  return state;
}
