import type { ReactNode } from "react";
import styles from "./field.module.css";

/** A control under its label. */
export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className={styles.field}>
      {label}
      {children}
    </label>
  );
}
