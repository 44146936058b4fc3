import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useMemo, useState } from "react";
import type { LoadedCheck } from "../db/records.ts";
import type { Repository } from "../db/repository.ts";
import { withRecord } from "../db/checks/with-record.ts";
import { toProblem, type Problem } from "../ecg/problem.ts";
import type { KeptCheck } from "./use-check-saving.ts";

export type CheckLoading =
  | { readonly kind: "loading" }
  | { readonly kind: "missing" }
  | { readonly kind: "failed"; readonly problem: Problem }
  /** `unsaved`: why it is in memory alone */
  | { readonly kind: "loaded"; readonly check: LoadedCheck; readonly unsaved: Problem | null };

/** A check by id: from memory where it is the last one or could not be saved, else from the database, its name and threshold as they are now. Missing as soon as it is deleted, in another tab too. */
export function useLoadedCheck(id: string, kept: readonly KeptCheck[], repository: Repository): CheckLoading {
  const inMemory = kept.find(({ check }) => check.record.id === id);
  const isInMemory = inMemory !== undefined;
  const [read, setRead] = useState<{ readonly id: string; readonly loading: CheckLoading } | null>(null);

  useEffect(() => {
    if (isInMemory) return;
    let isCurrent = true;
    const settle = (loading: CheckLoading) => isCurrent && setRead({ id, loading });
    repository.loadCheck(id).then(
      (check) => settle(check === undefined ? { kind: "missing" } : { kind: "loaded", check, unsaved: null }),
      (cause: unknown) => settle({ kind: "failed", problem: toProblem(cause) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, isInMemory, repository]);

  // A failure to follow changes is no reason to hide what was loaded: the record stays as it was.
  const record = useLiveQuery(() => repository.checkRecord(id).catch(() => undefined), [id, repository]);
  // With its id, since the answer for the check before stays until this one's comes.
  const deletedId = useLiveQuery(() => repository.isDeleted(id).then((isDeleted) => (isDeleted ? id : null), () => null), [id, repository]);
  const isDeleted = deletedId === id;
  const stored = read?.id === id ? read.loading : null;
  return useMemo((): CheckLoading => {
    if (isDeleted) return { kind: "missing" };
    const loading: CheckLoading =
      inMemory === undefined
        ? (stored ?? { kind: "loading" })
        : { kind: "loaded", check: inMemory.check, unsaved: inMemory.state.kind === "refused" ? inMemory.state.problem : null };
    return loading.kind === "loaded" && record?.id === id ? { ...loading, check: withRecord(loading.check, record) } : loading;
  }, [id, inMemory, stored, record, isDeleted]);
}
