import { useId, type ComponentProps } from "react";
import styles from "./account-field.module.css";

interface AccountFieldProps extends Omit<ComponentProps<"input">, "className" | "id"> {
  readonly label: string;
  readonly help?: string;
}

/** A line of text to type, under its label. */
export function AccountField({ label, help, ...input }: AccountFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} spellCheck={false} autoCapitalize="none" aria-describedby={help === undefined ? undefined : `${id}-help`} />
      {help !== undefined && <span id={`${id}-help`} className={styles.help}>{help}</span>}
    </div>
  );
}
