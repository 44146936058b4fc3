import type { ReactNode } from "react";
import styles from "./legend.module.css";

/** What the marks and lines of a drawing stand for: list items, each a mark and its words. */
export function Legend({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.legend} aria-label="Legend">{children}</ul>;
}
