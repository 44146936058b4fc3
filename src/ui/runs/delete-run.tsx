import { useState } from "react";
import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import styles from "./runs.module.css";

interface DeleteRunProps {
  readonly run: TrainingRun;
  readonly onDelete: () => void;
}

/** Deletes a run: at once where that can be undone; what could still go on is asked about first. */
export function DeleteRun({ run: { name, state }, onDelete }: DeleteRunProps) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button disabled={state.kind === "running"} title={state.kind === "running" ? "Pause or end the training first" : undefined} onClick={() => (state.kind === "paused" ? setAsks(true) : onDelete())}>Delete</Button>
      {asks && (
        <Dialog title={`Delete ${name}?`} onClose={() => setAsks(false)} closeLabel="Keep it">
          <div className={styles.screen}>
            <p>This training is paused. Once deleted it can no longer be taken up, also if the run is brought back.</p>
            <div className={styles.actions}><Button variant="primary" onClick={onDelete}>Delete the run</Button></div>
          </div>
        </Dialog>
      )}
    </>
  );
}
