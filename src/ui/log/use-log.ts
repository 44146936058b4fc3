import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { verifyChain, type ChainState } from "../../lifecycle/log/verify-chain.ts";
import { useServices } from "../shared/services.ts";

export type StoredLog = { readonly kind: "reading" } | { readonly kind: "failed"; readonly problem: Problem } | { readonly kind: "read"; readonly entries: readonly LogEntry[] };

/** Every entry, oldest first, as it is stored now. */
export function useLog(): StoredLog {
  const { repository } = useServices();
  const stored = useLiveQuery(
    () => repository.log.entries().then((entries): StoredLog => ({ kind: "read", entries }), (cause: unknown): StoredLog => ({ kind: "failed", problem: toProblem(cause) })),
    [repository],
  );
  return stored ?? { kind: "reading" };
}

/** Whether the chain holds, verified anew with every change; null while it is being verified. */
export function useChainState(entries: readonly LogEntry[]): ChainState | null {
  const [verified, setVerified] = useState<{ readonly of: readonly LogEntry[]; readonly state: ChainState } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void entryHasher().then((hashEntry) => isCurrent && setVerified({ of: entries, state: verifyChain(entries, hashEntry) }));
    return () => {
      isCurrent = false;
    };
  }, [entries]);
  return verified?.of === entries ? verified.state : null;
}
