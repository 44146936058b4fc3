import type { ReactNode } from "react";
import type { Problem } from "../../ecg/problem.ts";
import styles from "./problem-alert.module.css";

interface ProblemAlertProps {
  readonly problem: Pick<Problem, "sentence">;
  /** buttons for a way on */
  readonly children?: ReactNode;
}

/** A failure, said at once by screen readers: the problem's own sentence, and what can be done. */
export function ProblemAlert({ problem, children }: ProblemAlertProps) {
  return (
    <div role="alert" className={styles.alert}>
      <p className={styles.sentence}>{problem.sentence}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
