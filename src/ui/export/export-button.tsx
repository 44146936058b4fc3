import { useMemo, useRef, useState } from "react";
import type { LoadedCheck } from "../../db/records.ts";
import { createDeIdentification, type DeIdentification } from "../../ecg/export/de-identification.ts";
import { toProblem, type Problem } from "../../ecg/problem.ts";
import type { Progress } from "../../ecg/progress.ts";
import { Button } from "../shared/button.tsx";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import { ProgressBar } from "../shared/progress-bar.tsx";
import { saveFile } from "../shared/save-file.ts";
import { useServices } from "../shared/services.ts";
import { useDelayed } from "../shared/use-delayed.ts";
import { useKeys } from "../shared/use-keys.ts";
import { checkExports, type CheckExport } from "./check-exports.ts";
import { DeIdentificationDialog } from "./de-identification-dialog.tsx";
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

/** Writes the check's predictions and what clinicians said of them to a file, and hands it to the browser: a button a form, with or without what tells whose they are. */
export function ExportButton({ check, isSaved }: ExportButtonProps) {
  const { repository } = useServices();
  const [state, setState] = useState<Export>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);
  const isSlow = useDelayed(state.kind === "writing");
  const [identity, setIdentity] = useState<DeIdentification | null>(null);
  const [isExplained, setIsExplained] = useState(false);
  const exports = useMemo(() => checkExports(check, identity), [check, identity]);
  const toggle = () => setIdentity(identity === null ? createDeIdentification() : null);

  function start({ name, write }: CheckExport): void {
    if (state.kind === "writing") return;
    const { signal } = (controller.current = new AbortController());
    setState({ kind: "writing", progress: null });
    const writing = write({ repository, isSaved, signal, onProgress: (progress) => setState({ kind: "writing", progress }) });
    writing.then((content) => noted(name).then(() => content)).then(
      (content) => {
        saveFile(content, name);
        setState({ kind: "idle" });
      },
      (cause: unknown) => setState(signal.aborted ? { kind: "idle" } : { kind: "failed", problem: toProblem(cause) }),
    );
  }

  /** Where nothing can be stored, nothing can be logged. */
  const noted = (file: string): Promise<void> =>
    isSaved ? repository.log.note({ action: "export", what: `Exported ${file}`, modelId: check.record.detectorId, details: { check: check.record.id, file, deIdentified: identity === null ? "no" : "yes" } }) : Promise.resolve();

  useKeys("This check", [
    ...exports.map((each) => ({ keys: each.keys, label: each.keyLabel, run: () => start(each) })),
    { keys: "Shift+i", label: "Export de-identified, or as it is", run: toggle },
  ]);
  return (
    <>
      {exports.map((each) => <Button key={each.label} onClick={() => start(each)} keys={each.keys} title={each.hint}>{each.label}</Button>)}
      <span className={styles.choice}>
        <label>
          <input type="checkbox" checked={identity !== null} onChange={toggle} aria-keyshortcuts="Shift+i" />
          De-identified
        </label>
        <Button variant="link" onClick={() => setIsExplained(true)}>What that means</Button>
      </span>
      {state.kind === "writing" && isSlow && (
        <div className={styles.below}>
          <ProgressBar label={`Exporting ${check.record.name}`} progress={state.progress} onCancel={() => controller.current?.abort()} />
        </div>
      )}
      {isExplained && <DeIdentificationDialog onClose={() => setIsExplained(false)} />}
      {state.kind === "failed" && <div className={styles.below}><ProblemAlert problem={state.problem} /></div>}
    </>
  );
}
