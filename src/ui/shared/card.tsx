import { useId, type ReactNode } from "react";
import styles from "./card.module.css";

interface CardProps {
  readonly heading: string;
  /** a few words beside the heading */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region of a screen. */
export function Card({ heading, note, children }: CardProps) {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 id={headingId}>{heading}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}
