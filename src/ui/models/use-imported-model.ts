import { useLiveQuery } from "dexie-react-hooks";
import { useEffect, useRef, useState } from "react";
import type { ImportedModel } from "../../db/records.ts";
import { requestPersistence } from "../../db/storage-space.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";

interface ImportedModelState {
  /** undefined until it is read; null where there is none */
  readonly model: ImportedModel | null | undefined;
  readonly isChecking: boolean;
  /** why the last change was not made, or why nothing can be read */
  readonly problem: Problem | null;
  readonly importFiles: (files: readonly File[]) => void;
  readonly setInUse: (isInUse: boolean) => void;
  readonly remove: () => void;
}

/** The user's model in place of a shipped one: read live, imported, put out of use and back, deleted; each but the first with undo. */
export function useImportedModel(modelId: string): ImportedModelState {
  const { analysis, repository } = useServices();
  const toast = useToast();
  const [isChecking, setIsChecking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const read = useLiveQuery(() => repository.importedModel(modelId).then((model) => ({ model: model ?? null, failure: null }), (cause: unknown) => ({ model: null, failure: toProblem(cause) })), [repository, modelId]);

  const attempt = (work: Promise<unknown>) => {
    setProblem(null);
    work.catch((cause: unknown) => setProblem(toProblem(cause)));
  };
  async function importAndKeep(files: readonly File[], signal: AbortSignal): Promise<Problem | null> {
    const outcome = await analysis.importNetwork(files, signal);
    if (outcome.kind === "failed") return outcome.problem;
    if (outcome.kind !== "imported") return null;
    await repository.saveImportedModel({ modelId, isInUse: true, network: outcome.network });
    void requestPersistence();
    return null;
  }
  const keep = (model: ImportedModel) => attempt(repository.saveImportedModel(model));

  return {
    model: read?.model,
    isChecking,
    problem: problem ?? read?.failure ?? null,
    importFiles(files) {
      if (files.length === 0 || isChecking) return;
      const controller = new AbortController();
      leaving.current = controller;
      setIsChecking(true);
      setProblem(null);
      void importAndKeep(files, controller.signal).catch(toProblem).then((failure) => {
        setIsChecking(false);
        setProblem(failure);
      });
    },
    setInUse(isInUse) {
      const model = read?.model;
      if (!model) return;
      attempt(repository.setImportedInUse(modelId, isInUse).then(() => toast({ message: isInUse ? `Checks use ${model.network.fileName}` : "Checks use the shipped model", undo: () => keep(model) })));
    },
    remove() {
      const model = read?.model;
      if (!model) return;
      attempt(repository.deleteImportedModel(modelId).then(() => toast({ message: `Deleted ${model.network.fileName}; checks use the shipped model`, undo: () => keep(model) })));
    },
  };
}
