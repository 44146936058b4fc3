import { useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";

export type Loaded<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly value: T }
  | { readonly kind: "failed"; readonly problem: Problem };

const LOADING = { kind: "loading" } as const;

/** What `load` resolves to; it is called again, the call before aborted, when it is another function: wrap it in `useCallback`. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [settled, setSettled] = useState<{ readonly of: typeof load; readonly loaded: Loaded<T> } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setSettled({ of: load, loaded: { kind: "loaded", value } });
      },
      (cause: unknown) => {
        if (!controller.signal.aborted) setSettled({ of: load, loaded: { kind: "failed", problem: toProblem(cause) } });
      },
    );
    return () => controller.abort();
  }, [load]);
  return settled?.of === load ? settled.loaded : LOADING;
}
