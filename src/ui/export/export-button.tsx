import { useRef, useState } from "react";
import type { LoadedCheck } from "../../db/records.ts";
import { exportFileName } from "../../ecg/export/predictions-csv.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useServices } from "../shared/services.ts";
import { useDelayed } from "../shared/use-delayed.ts";
import { useKeys } from "../shared/use-keys.ts";
import { checkCsv } from "./check-csv.ts";
import styles from "./export-button.module.css";

interface ExportButtonProps {
  readonly check: LoadedCheck;
  /** a check that is in memory alone has no verdicts and no relabelled beats */
  readonly isSaved: boolean;
}

type Export =
  | { readonly kind: "idle" }
  | { readonly kind: "writing"; readonly progress: Progress | null }
  | { readonly kind: "failed"; readonly problem: Problem };

/** Writes the check's predictions and verdicts as CSV, and hands the file to the browser. */
export function ExportButton({ check, isSaved }: ExportButtonProps) {
  const { repository } = useServices();
  const [state, setState] = useState<Export>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);
  const isSlow = useDelayed(state.kind === "writing");
  const { name } = check.record;

  function start(): void {
    if (state.kind === "writing") return;
    const { signal } = (controller.current = new AbortController());
    setState({ kind: "writing", progress: null });
    checkCsv(check, { repository, isSaved, signal, onProgress: (progress) => setState({ kind: "writing", progress }) }).then(
      (csv) => {
        saveFile(csv, exportFileName(name, "predictions", "csv"));
        setState({ kind: "idle" });
      },
      (cause: unknown) => setState(signal.aborted ? { kind: "idle" } : { kind: "failed", problem: toProblem(cause) }),
    );
  }

  useKeys("This check", [{ keys: "e", label: "Export predictions as CSV", run: start }]);
  return (
    <>
      <Button onClick={start} keys="e">Export CSV</Button>
      {state.kind === "writing" && isSlow && (
        <div className={styles.below}>
          <ProgressBar label={`Exporting ${name}`} progress={state.progress} onCancel={() => controller.current?.abort()} />
        </div>
      )}
      {state.kind === "failed" && <div className={styles.below}><ProblemAlert problem={state.problem} /></div>}
    </>
  );
}
