import { useEffect, useRef, useState } from "react";
import { requestPersistence } from "../../db/storage-space.ts";
import { ProblemError, toProblem, type Problem } from "../../ecg/problem.ts";
import type { ModelVersion } from "../../lifecycle/registry/model-version.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";

interface VersionImport {
  readonly isChecking: boolean;
  /** why the last import was refused */
  readonly problem: Problem | null;
  readonly importFiles: (files: readonly File[]) => void;
}

/** Has the worker check and try files, then registers them as the next version. */
export function useImportVersion({ id, name }: ModelMeta, versions: readonly ModelVersion[]): VersionImport {
  const { analysis, repository } = useServices();
  const toast = useToast();
  const [isChecking, setIsChecking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  async function importAndRegister(files: readonly File[], signal: AbortSignal): Promise<Problem | null> {
    const outcome = await analysis.importVersion(id, files, signal);
    if (outcome.kind === "failed") return outcome.problem;
    if (outcome.kind !== "imported") return null;
    const { version: { fileName, ...version } } = outcome;
    const same = versions.find(({ sha256 }) => sha256 === version.sha256);
    if (same !== undefined) throw new ProblemError("already-registered", `These files are version ${same.version} of ${name} already`, "Use that version, or choose other files");
    const registered = await repository.registry.register({ modelId: id, origin: { kind: "imported", fileName }, ...version }, { asChallenger: false });
    void requestPersistence();
    toast({ message: `Registered ${name} version ${registered.version}` });
    return null;
  }

  return {
    isChecking,
    problem,
    importFiles(files) {
      if (files.length === 0 || isChecking) return;
      const controller = new AbortController();
      leaving.current = controller;
      setIsChecking(true);
      setProblem(null);
      void importAndRegister(files, controller.signal).catch(toProblem).then((failure) => {
        setIsChecking(false);
        setProblem(failure);
      });
    },
  };
}
