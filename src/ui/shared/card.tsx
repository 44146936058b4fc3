import { useId, type ReactNode, type Ref } from "react";
import styles from "./card.module.css";

interface CardProps {
  readonly heading: string;
  /** a few words beside the heading */
  readonly note?: ReactNode;
  /** for a heading that takes the focus as the card appears */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A titled region of a screen. */
export function Card({ heading, note, headingRef, children }: CardProps) {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.top}>
        <h2 ref={headingRef} id={headingId} tabIndex={headingRef === undefined ? undefined : -1}>{heading}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  );
}
