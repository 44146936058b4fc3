import { useState } from "react";
import type { CheckRecord, LoadedCheck } from "../db/records.ts";
import type { Repository } from "../db/repository.ts";
import { withRecord } from "../db/checks/with-record.ts";
import { requestPersistence } from "../db/storage-space.ts";
import { toProblem, type Problem } from "../ecg/problem.ts";
import { useLeaveWarning } from "../ui/shared/use-leave-warning.ts";

/** A check held in memory: the last one, shown while it is still being saved, and any that the store would not take. */
export interface KeptCheck {
  readonly check: LoadedCheck;
  readonly state: { readonly kind: "saving" } | { readonly kind: "saved" } | { readonly kind: "refused"; readonly problem: Problem };
}

export interface CheckSaving {
  readonly kept: readonly KeptCheck[];
  /** Keeps a check and saves it; resolves to whether it is saved, never rejects. */
  readonly save: (check: LoadedCheck) => Promise<boolean>;
  /** Changes a check that is in memory alone, so that it is saved as it is seen. */
  readonly changeKept: (id: string, change: (record: CheckRecord) => CheckRecord) => void;
}

export function useCheckSaving(repository: Repository): CheckSaving {
  const [kept, setKept] = useState<readonly KeptCheck[]>([]);
  const isAnyUnsaved = kept.some(({ state }) => state.kind !== "saved");
  useLeaveWarning(isAnyUnsaved);

  async function save(check: LoadedCheck): Promise<boolean> {
    const settle = (state: KeptCheck["state"]) =>
      setKept((list) => list.map((each) => (each.check.record.id === check.record.id ? { ...each, state } : each)));
    setKept((list) => [...list.filter((each) => each.state.kind !== "saved" && each.check.record.id !== check.record.id), { check, state: { kind: "saving" } }]);
    try {
      await repository.saveCheck(check);
      settle({ kind: "saved" });
      void requestPersistence();
      return true;
    } catch (cause) {
      settle({ kind: "refused", problem: toProblem(cause) });
      return false;
    }
  }

  function changeKept(id: string, change: (record: CheckRecord) => CheckRecord): void {
    setKept((list) => list.map((each) => (each.check.record.id === id ? { ...each, check: withRecord(each.check, change(each.check.record)) } : each)));
  }
  return { kept, save, changeKept };
}
