import type { ReactNode } from "react";
import type { Problem } from "../../ecg/problem.ts";
import { ProblemAlert } from "../shared/problem-alert.tsx";
import styles from "./account-form.module.css";

interface AccountFormProps {
  readonly label: string;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  /** its fields */
  readonly children: ReactNode;
  /** its buttons */
  readonly actions: ReactNode;
}

/** A column of fields, below them why they were refused, and the buttons. */
export function AccountForm({ label, problem, onSubmit, children, actions }: AccountFormProps) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
