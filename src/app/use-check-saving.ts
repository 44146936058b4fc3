import { useEffect, useState } from "react";
import type { LoadedCheck } from "../db/records.ts";
import type { Repository } from "../db/repository.ts";
import { requestPersistence } from "../db/storage-space.ts";
import { toProblem, type Problem } from "../ecg/problem.ts";

/** A check that the store would not take; it lives as long as the page. */
export interface UnsavedCheck {
  readonly check: LoadedCheck;
  readonly problem: Problem;
}

export interface CheckSaving {
  readonly unsaved: readonly UnsavedCheck[];
  /** Saves a check, or keeps it among `unsaved`; resolves to whether it is saved, never rejects. */
  readonly save: (check: LoadedCheck) => Promise<boolean>;
}

export function useCheckSaving(repository: Repository): CheckSaving {
  const [unsaved, setUnsaved] = useState<readonly UnsavedCheck[]>([]);
  const isAnyUnsaved = unsaved.length > 0;
  useEffect(() => {
    if (!isAnyUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isAnyUnsaved]);

  const without = (id: string) => (list: readonly UnsavedCheck[]) => list.filter(({ check }) => check.record.id !== id);

  async function save(check: LoadedCheck): Promise<boolean> {
    const { id } = check.record;
    try {
      await repository.saveCheck(check);
      setUnsaved(without(id));
      void requestPersistence();
      return true;
    } catch (cause) {
      setUnsaved((list) => [...without(id)(list), { check, problem: toProblem(cause) }]);
      return false;
    }
  }
  return { unsaved, save };
}
