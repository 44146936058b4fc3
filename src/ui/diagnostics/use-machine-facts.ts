import { useEffect, useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Machine } from "../../models/machine.ts";
import { useServices } from "../shared/services.ts";
import { factGroups, type FactGroup } from "./machine-facts.ts";
import { readPageFacts } from "./read-page-facts.ts";

export interface MachineFacts {
  readonly groups: readonly FactGroup[];
  /** why the worker could not say what it computes on */
  readonly problem: Problem | null;
}

/** What the app runs on; read again when `revision` changes, null before the first time. */
export function useMachineFacts(appVersion: string, revision: unknown): MachineFacts | null {
  const { analysis, repository } = useServices();
  const [facts, setFacts] = useState<MachineFacts | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const asked = analysis.machine().then((machine): [Machine, null] => [machine, null], (cause: unknown): [null, Problem] => [null, toProblem(cause)]);
    void Promise.all([readPageFacts(appVersion, repository), asked]).then(([page, [machine, problem]]) => {
      if (isCurrent) setFacts({ groups: factGroups(page, machine), problem });
    });
    return () => {
      isCurrent = false;
    };
  }, [analysis, repository, appVersion, revision]);
  return facts;
}
