import type { ReactNode } from "react";
import styles from "./figure-rows.module.css";

export interface FigureRow {
  readonly name: string;
  readonly meaning: string;
  readonly figure: ReactNode;
}

/** Figures by name, each with what it means. */
export function FigureRows({ rows }: { readonly rows: readonly FigureRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ name, meaning, figure }) => (
        <div key={name}>
          <dt>{name} <small>{meaning}</small></dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
