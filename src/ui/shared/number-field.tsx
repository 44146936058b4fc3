import { useId } from "react";
import styles from "./number-field.module.css";

interface NumberFieldProps {
  readonly label: string;
  readonly text: string;
  readonly help?: string;
  readonly onType: (text: string) => void;
}

/** A number to type, with what it means below. */
export function NumberField({ label, text, help, onType }: NumberFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id} inputMode="decimal" autoComplete="off" value={text}
        aria-describedby={help === undefined ? undefined : `${id}-help`} onChange={(event) => onType(event.target.value)}
      />
      {help !== undefined && <span id={`${id}-help`}>{help}</span>}
    </div>
  );
}
