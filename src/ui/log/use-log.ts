import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import type { StoredLog } from "../../db/lifecycle/activity-log.ts";
import { verifyChain, type ChainState } from "../../lifecycle/log/verify-chain.ts";
import { useServices } from "../shared/services.ts";

export type LogReading = { readonly kind: "reading" } | { readonly kind: "failed"; readonly problem: Problem } | { readonly kind: "read"; readonly log: StoredLog };

/** Every entry, oldest first, as it is stored now. */
export function useLog(): LogReading {
  const { repository } = useServices();
  const stored = useLiveQuery(
    () => repository.log.stored().then((log): LogReading => ({ kind: "read", log }), (cause: unknown): LogReading => ({ kind: "failed", problem: toProblem(cause) })),
    [repository],
  );
  return stored ?? { kind: "reading" };
}

/** Whether the chain holds, verified anew with every change; null while it is being verified. */
export function useChainState(log: StoredLog): ChainState | null {
  const [verified, setVerified] = useState<{ readonly of: StoredLog; readonly state: ChainState } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void entryHasher().then((hashEntry) => isCurrent && setVerified({ of: log, state: verifyChain(log.entries, hashEntry, log.damaged) }));
    return () => {
      isCurrent = false;
    };
  }, [log]);
  return verified?.of === log ? verified.state : null;
}
