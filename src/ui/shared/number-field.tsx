import { TextField } from "./text-field.tsx";
import styles from "./number-field.module.css";

interface NumberFieldProps {
  readonly label: string;
  readonly text: string;
  readonly help?: string;
  readonly onType: (text: string) => void;
}

/** A number to type, with what it means below. */
export function NumberField({ label, text, help, onType }: NumberFieldProps) {
  return <TextField label={label} help={help} className={styles.number} inputMode="decimal" autoComplete="off" value={text} onChange={(event) => onType(event.target.value)} />;
}
