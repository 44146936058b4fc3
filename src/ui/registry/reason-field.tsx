import { useId } from "react";
import styles from "./reason-field.module.css";

interface ReasonFieldProps {
  readonly reason: string;
  readonly onType: (reason: string) => void;
}

/** Why something is done, for the log. */
export function ReasonField({ reason, onType }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Reason, for the log</label>
      <textarea id={id} rows={2} required value={reason} onChange={(event) => onType(event.target.value)} />
    </div>
  );
}
