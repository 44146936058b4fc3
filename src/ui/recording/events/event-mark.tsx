import type { Urgency } from "./event-kinds.ts";
import styles from "./event-mark.module.css";

const PATHS: Readonly<Record<Urgency, string>> = {
  urgent: "M0,-6L6.5,5.5H-6.5Z",
  rhythm: "M0,-6.5L6.5,0L0,6.5L-6.5,0Z",
  pattern: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0",
};

/** How soon an event should be looked at, by shape: triangle, diamond, dot. */
export function EventMark({ urgency }: { readonly urgency: Urgency }) {
  return (
    <svg width="12" height="12" viewBox="-8 -8 16 16" className={styles.mark} data-urgency={urgency} aria-hidden>
      <path d={PATHS[urgency]} />
    </svg>
  );
}
