import { useId } from "react";
import type { Progress } from "../../ecg/progress.ts";
import { Button } from "./button.tsx";
import { formatBytes, formatCount } from "./format.ts";
import styles from "./progress-bar.module.css";

interface ProgressBarProps {
  /** what is being done: "Opening heart.csv" */
  readonly label: string;
  /** null until the job has reported */
  readonly progress: Progress | null;
  readonly onCancel: () => void;
}

/** A running job: its stage, how far it is, and a Cancel. */
export function ProgressBar({ label, progress, onCancel }: ProgressBarProps) {
  const barId = useId();
  return (
    <div className={styles.progress}>
      <label htmlFor={barId} className={styles.label}>{label}</label>
      <progress id={barId} className={styles.bar} {...(progress === null ? {} : { value: progress.done, max: Math.max(progress.total, 1) })} />
      <span className={styles.detail}>{progress === null ? "Starting" : describe(progress)}</span>
      <Button onClick={onCancel} keys="Escape">Cancel</Button>
    </div>
  );
}

function describe({ stage, done, total, unit }: Progress): string {
  return unit === "bytes"
    ? `${stage}: ${formatBytes(done)} of ${formatBytes(total)}`
    : `${stage}: ${formatCount(done)} of ${formatCount(total)} ${unit}`;
}
