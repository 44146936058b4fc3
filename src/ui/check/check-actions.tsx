import { useState } from "react";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { LoadedCheck } from "../../db/records.ts";
import { ExportButton } from "../export/export-button.tsx";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { useServices } from "../shared/services.ts";
import { useToast } from "../shared/toast.ts";
import { useKeys } from "../shared/use-keys.ts";
import { RenameDialog } from "./rename-dialog.tsx";
import styles from "./check-actions.module.css";

interface CheckActionsProps {
  readonly check: LoadedCheck;
  readonly isSaved: boolean;
  readonly onReport: (patients: "shown" | "all") => void;
  readonly onRunAnother: () => void;
}

/** What can be done with a check as a whole. */
export function CheckActions({ check, isSaved, onReport, onRunAnother }: CheckActionsProps) {
  const { repository } = useServices();
  const toast = useToast();
  const [isRenaming, setIsRenaming] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, name } = check.record;
  const hasPatients = check.kind === "heart-rate";

  const attempt = (work: () => Promise<void>) => {
    setProblem(null);
    work().catch((cause: unknown) => setProblem(toProblem(cause)));
  };
  const rename = (newName: string) => attempt(async () => {
    setIsRenaming(false);
    await repository.renameCheck(id, newName);
    toast({ message: `Renamed to ${newName}`, undo: () => attempt(() => repository.renameCheck(id, name)) });
  });

  useKeys("This check", [
    { keys: "d", label: "Run another detector on this file", run: onRunAnother },
    { keys: "t", label: hasPatients ? "Report of this patient" : "Report", run: () => onReport("shown") },
  ]);
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={onRunAnother} keys="d">Run another detector</Button>
        <ExportButton check={check} isSaved={isSaved} />
        <Button onClick={() => onReport("shown")} keys="t">Report</Button>
        {hasPatients && <Button onClick={() => onReport("all")}>All patients’ reports</Button>}
        <Button onClick={() => setIsRenaming(true)} disabled={!isSaved}>Rename</Button>
      </div>
      {problem !== null && <ProblemAlert problem={problem} />}
      {isRenaming && <RenameDialog name={name} onRename={rename} onClose={() => setIsRenaming(false)} />}
    </>
  );
}
