import type { TrainingRun } from "../../lifecycle/runs/training-run.ts";
import { mostEpochs, STATE_WORDS } from "./run-words.ts";
import styles from "./run-state-mark.module.css";

interface RunStateMarkProps {
  readonly run: TrainingRun;
  /** finished so far, of a run that is going on */
  readonly epochs: number;
}

/** What state a run is in, and how far it is. */
export function RunStateMark({ run, epochs }: RunStateMarkProps) {
  const { mark, word } = STATE_WORDS[run.state.kind];
  const most = mostEpochs(run);
  const isGoingOn = run.state.kind === "running" || run.state.kind === "paused";
  return (
    <span className={styles.state}>
      <span className={styles[run.state.kind]}><span aria-hidden>{mark}</span> {word}</span>
      {isGoingOn && (
        <span className={styles.reached}>
          {most !== null && <progress value={epochs} max={most} aria-label={`Epochs of ${run.name}`} />}
          {epochs}{most === null ? " epochs" : ` of at most ${most}`}
        </span>
      )}
    </span>
  );
}
