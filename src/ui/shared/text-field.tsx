import { useId, type ComponentProps } from "react";
import styles from "./field.module.css";

export interface TextFieldProps extends Omit<ComponentProps<"input">, "id" | "aria-describedby"> {
  readonly label: string;
  readonly help?: string | undefined;
}

/** A line of text to type, with what it means below. */
export function TextField({ label, help, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} aria-describedby={help === undefined ? undefined : `${id}-help`} />
      {help !== undefined && <span id={`${id}-help`}>{help}</span>}
    </div>
  );
}
