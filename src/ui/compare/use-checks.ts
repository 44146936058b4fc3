import { useEffect, useState } from "react";
import type { LoadedCheck } from "../../db/records.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";

export type ChecksLoading =
  | { readonly kind: "loading" }
  /** how many of those asked for are not on this device */
  | { readonly kind: "missing"; readonly count: number }
  | { readonly kind: "failed"; readonly problem: Problem }
  | { readonly kind: "loaded"; readonly checks: readonly LoadedCheck[] };

/** Checks by id, in the order asked for; all of them or none. `loadCheck` must stay the same between renders. */
export function useChecks(ids: readonly string[], loadCheck: (id: string) => Promise<LoadedCheck | undefined>): ChecksLoading {
  const key = ids.join(",");
  const [read, setRead] = useState<{ readonly key: string; readonly loading: ChecksLoading }>({ key, loading: { kind: "loading" } });
  useEffect(() => {
    let isCurrent = true;
    const settle = (loading: ChecksLoading) => isCurrent && setRead({ key, loading });
    Promise.all(key.split(",").map(loadCheck)).then(
      (found) => {
        const checks = found.filter((check) => check !== undefined);
        settle(checks.length < found.length ? { kind: "missing", count: found.length - checks.length } : { kind: "loaded", checks });
      },
      (cause: unknown) => settle({ kind: "failed", problem: toProblem(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, loadCheck]);
  return read.key === key ? read.loading : { kind: "loading" };
}
