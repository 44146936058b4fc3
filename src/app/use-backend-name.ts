import { useEffect, useState } from "react";
import type { AnalysisService } from "../worker/protocol.ts";

export type BackendState =
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "unknown"; readonly why: string };

/** The TensorFlow backend in use, asked for once: the worker is then warm when the first file comes. */
export function useBackendName(analysis: AnalysisService): BackendState {
  const [state, setState] = useState<BackendState>({ kind: "asking" });
  useEffect(() => {
    let isMounted = true;
    analysis.backend().then(
      (name) => isMounted && setState({ kind: "known", name }),
      (cause: unknown) => isMounted && setState({ kind: "unknown", why: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      isMounted = false;
    };
  }, [analysis]);
  return state;
}
