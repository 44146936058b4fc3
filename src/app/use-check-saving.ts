import { useEffect, useState } from "react";
import type { LoadedCheck } from "../db/records.ts";
import type { Repository, ThresholdChange } from "../db/repository.ts";
import { requestPersistence } from "../db/storage-space.ts";
import { toProblem, type Problem } from "../ecg/problem.ts";

/** A check that the store would not take at first; it lives as long as the page. */
export interface KeptCheck {
  readonly check: LoadedCheck;
  /** why it is not saved; null once it is */
  readonly problem: Problem | null;
}

export interface CheckSaving {
  readonly kept: readonly KeptCheck[];
  /** Saves a check, or keeps it among `kept`; resolves to whether it is saved, never rejects. */
  readonly save: (check: LoadedCheck) => Promise<boolean>;
  /** Moves the threshold of a check that is in memory alone, so that it is saved as it is seen. */
  readonly setKeptThreshold: (id: string, change: ThresholdChange) => void;
}

export function useCheckSaving(repository: Repository): CheckSaving {
  const [kept, setKept] = useState<readonly KeptCheck[]>([]);
  const isAnyUnsaved = kept.some(({ problem }) => problem !== null);
  useEffect(() => {
    if (!isAnyUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isAnyUnsaved]);

  async function save(check: LoadedCheck): Promise<boolean> {
    const others = (list: readonly KeptCheck[]) => list.filter((each) => each.check.record.id !== check.record.id);
    try {
      await repository.saveCheck(check);
      // One that was kept stays, so that the screen showing it need not load it again.
      setKept((list) => (others(list).length === list.length ? list : [...others(list), { check, problem: null }]));
      void requestPersistence();
      return true;
    } catch (cause) {
      setKept((list) => [...others(list), { check, problem: toProblem(cause) }]);
      return false;
    }
  }

  function setKeptThreshold(id: string, change: ThresholdChange): void {
    setKept((list) =>
      list.map((each) => (each.check.record.id === id ? { ...each, check: { ...each.check, record: { ...each.check.record, ...change } } } : each)),
    );
  }
  return { kept, save, setKeptThreshold };
}
