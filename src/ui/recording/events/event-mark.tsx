import type { Urgency } from "./event-kinds.ts";
import { EVENT_PATHS } from "./event-paths.ts";
import styles from "./event-mark.module.css";

/** How soon an event should be looked at, by shape. */
export function EventMark({ urgency }: { readonly urgency: Urgency }) {
  return (
    <svg width="12" height="12" viewBox="-8 -8 16 16" className={styles.mark} data-urgency={urgency} aria-hidden>
      <path d={EVENT_PATHS[urgency]} />
    </svg>
  );
}
