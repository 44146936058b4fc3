import { colourOf, dashOf, shapeOf } from "./series.ts";
import styles from "./series.module.css";

/** A series' line and mark, as a legend or a table's heading shows it. */
export function SeriesKey({ series }: { readonly series: number }) {
  return (
    <svg width={34} height={14} viewBox="-17 -7 34 14" className={`${styles.key} ${styles[colourOf(series)]}`} aria-hidden>
      <path d="M-17 0H17" className={styles.line} strokeDasharray={dashOf(series)} />
      <path d={shapeOf(series)} className={styles.mark} />
    </svg>
  );
}
